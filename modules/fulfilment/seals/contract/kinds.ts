import { z } from 'zod';

import type { Words } from '#kernel/problems/contract.ts';

/** The four of a set. */
export const SealKind = z.enum(['name', 'finance', 'invoice', 'legal-representative']);
export type SealKind = z.infer<typeof SealKind>;

/** 光敏, 牛角. */
export const Material = z.enum(['photosensitive', 'horn']);
export type Material = z.infer<typeof Material>;

interface KindOfSeal {
  readonly title: Words;
  /** Type code of the police register: 01 法定名称章, 02 财务专用章, 03 发票专用章, 05 法定代表人名章. */
  readonly code: string;
  readonly material: Material;
  readonly shape: 'round' | 'ellipse' | 'square';
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
}

/** What a free set is made of: exactly these, in these materials, at these measures. */
export const sealKinds: Readonly<Record<SealKind, KindOfSeal>> = {
  name: {
    title: { 'zh-CN': '企业名称章', en: 'Seal of the firm’s name' },
    code: '01',
    material: 'photosensitive',
    shape: 'round',
    width: 40,
    height: 40,
  },
  finance: {
    title: { 'zh-CN': '财务专用章', en: 'Finance seal' },
    code: '02',
    material: 'horn',
    shape: 'round',
    width: 38,
    height: 38,
  },
  invoice: {
    title: { 'zh-CN': '发票专用章', en: 'Invoice seal' },
    code: '03',
    material: 'photosensitive',
    shape: 'ellipse',
    width: 40,
    height: 30,
  },
  'legal-representative': {
    title: { 'zh-CN': '法定代表人章', en: 'Seal of the legal representative' },
    code: '05',
    material: 'horn',
    shape: 'square',
    width: 18,
    height: 18,
  },
};

export const materialWords: Readonly<Record<Material, Words>> = {
  photosensitive: { 'zh-CN': '光敏', en: 'Photosensitive' },
  horn: { 'zh-CN': '牛角', en: 'Horn' },
};
