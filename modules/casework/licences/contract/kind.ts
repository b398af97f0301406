import { z } from 'zod';

import { BothWords } from './words.ts';

/** 证照类型代码: credit code of the body that defined the kind, and three digits. */
export const TypeCode = z.string().regex(/^[0-9A-Z]{21}$/);

export const HolderKind = z.enum(['person', 'organisation', 'any']);
export type HolderKind = z.infer<typeof HolderKind>;

/** How the paper looks: across like a 营业执照, upright like a 建筑工程施工许可证. */
export const Layout = z.enum(['landscape', 'portrait']);
export type Layout = z.infer<typeof Layout>;

/**
 * `issued` here; `composite` (行业综合许可证) carries licences of other kinds; `external` is issued elsewhere and only
 * used as a paper.
 */
export const KindRole = z.enum(['issued', 'composite', 'external']);
export type KindRole = z.infer<typeof KindRole>;

/** One field of the content, in the order in which the licence shows it. */
export const LicenceField = z.object({
  key: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  label: BothWords,
  isRequired: z.boolean(),
  /** Anybody who verifies the licence may read it. */
  isPublic: z.boolean(),
  /** Printed on 正本 too; 副本 has all fields. */
  isOnOriginal: z.boolean(),
});
export type LicenceField = z.infer<typeof LicenceField>;

/** A kind of licence (证照类型). */
export const LicenceKind = z.object({
  code: z.string(),
  typeCode: TypeCode,
  name: BothWords,
  /** Who defined the kind. */
  definer: z.string(),
  holder: HolderKind,
  role: KindRole,
  numberPattern: z.string(),
  /** Null: without end. */
  validityMonths: z.number().int().nullable(),
  /** From how many days before its end it can be renewed; null: it is not renewed. */
  renewFromDays: z.number().int().nullable(),
  layout: Layout,
  hasDuplicate: z.boolean(),
  fields: z.array(LicenceField),
  order: z.number().int(),
  isDemonstration: z.boolean(),
  version: z.number().int(),
});
export type LicenceKind = z.infer<typeof LicenceKind>;

/** How lists name a kind. */
export const KindName = z.object({ code: z.string(), name: BothWords });
export type KindName = z.infer<typeof KindName>;

/** What a centre sets itself. */
export const KindSettings = z.object({
  renewFromDays: z.number().int().min(1).max(365).nullable(),
  validityMonths: z.number().int().min(1).max(1200).nullable(),
  version: z.number().int().min(1),
});
export type KindSettings = z.infer<typeof KindSettings>;
