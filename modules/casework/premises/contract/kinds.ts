import { z } from 'zod';

import type { Words } from '#kernel/problems/contract.ts';

/** 载体: 楼宇, 园区, 商业综合体, 商铺, 集中登记地, 众创空间, 个体登记地. */
export const CarrierKind = z.enum([
  'office-building',
  'park',
  'complex',
  'shop',
  'cluster',
  'maker-space',
  'household-cluster',
]);
export type CarrierKind = z.infer<typeof CarrierKind>;

export const carrierKindWords: Readonly<Record<CarrierKind, Words>> = {
  'office-building': { 'zh-CN': '商务楼宇', en: 'Office building' },
  park: { 'zh-CN': '产业园区', en: 'Business park' },
  complex: { 'zh-CN': '商业综合体', en: 'Commercial complex' },
  shop: { 'zh-CN': '沿街商铺', en: 'Street shops' },
  cluster: { 'zh-CN': '集中登记地', en: 'Cluster address' },
  'maker-space': { 'zh-CN': '众创空间', en: 'Maker space' },
  'household-cluster': { 'zh-CN': '个体工商户登记地', en: 'Address for sole traders' },
};

export const UseType = z.enum([
  'office',
  'commercial',
  'industrial',
  'residential',
  'clubhouse',
  'other',
]);
export type UseType = z.infer<typeof UseType>;

export const useTypeWords: Readonly<Record<UseType, Words>> = {
  office: { 'zh-CN': '办公', en: 'Offices' },
  commercial: { 'zh-CN': '商业', en: 'Commercial' },
  industrial: { 'zh-CN': '工业', en: 'Industrial' },
  residential: { 'zh-CN': '居住', en: 'Residential' },
  clubhouse: { 'zh-CN': '会所', en: 'Clubhouse' },
  other: { 'zh-CN': '其他', en: 'Other' },
};

/** Parts of a building that nobody may be registered in. */
export const Excluded = z.enum([
  'switch-room',
  'refuge-floor',
  'escape-route',
  'shaft',
  'civil-defence',
  'military',
  'common',
]);
export type Excluded = z.infer<typeof Excluded>;

export const excludedWords: Readonly<Record<Excluded, Words>> = {
  'switch-room': { 'zh-CN': '配电间', en: 'Switch room' },
  'refuge-floor': { 'zh-CN': '避难层', en: 'Refuge floor' },
  'escape-route': { 'zh-CN': '疏散通道', en: 'Escape route' },
  shaft: { 'zh-CN': '楼梯间、电梯井', en: 'Stairs and lifts' },
  'civil-defence': { 'zh-CN': '人防工程', en: 'Civil defence shelter' },
  military: { 'zh-CN': '军队房产', en: 'Military premises' },
  common: { 'zh-CN': '公共部位', en: 'Common parts' },
};

export const ProofKind = z.enum([
  'title',
  'lease',
  'authorisation',
  'park-letter',
  'committee-consent',
  'change-of-use',
  'same-controller',
]);
export type ProofKind = z.infer<typeof ProofKind>;

export const proofKindWords: Readonly<Record<ProofKind, Words>> = {
  title: { 'zh-CN': '产权证', en: 'Title certificate' },
  lease: { 'zh-CN': '租赁合同', en: 'Lease' },
  authorisation: { 'zh-CN': '运营授权书', en: 'Authority to operate' },
  'park-letter': { 'zh-CN': '园区证明', en: 'Letter of the park' },
  'committee-consent': { 'zh-CN': '居委（业委）会同意', en: 'Consent of the committee' },
  'change-of-use': { 'zh-CN': '改变用途批准', en: 'Approval of the change of use' },
  'same-controller': { 'zh-CN': '同一控制人证明', en: 'Proof of the same controller' },
};

export const OwnerKind = z.enum(['firm', 'state', 'collective', 'person']);
export type OwnerKind = z.infer<typeof OwnerKind>;

export const ownerKindWords: Readonly<Record<OwnerKind, Words>> = {
  firm: { 'zh-CN': '企业', en: 'Firm' },
  state: { 'zh-CN': '国有单位', en: 'State body' },
  collective: { 'zh-CN': '集体', en: 'Collective' },
  person: { 'zh-CN': '个人', en: 'Person' },
};

/** 住所: one a subject. 经营场所: as many as it has, in the district (一照多址). */
export const UseRole = z.enum(['seat', 'place']);
export type UseRole = z.infer<typeof UseRole>;

export const useRoleWords: Readonly<Record<UseRole, Words>> = {
  seat: { 'zh-CN': '住所', en: 'Registered address' },
  place: { 'zh-CN': '经营场所', en: 'Place of business' },
};
