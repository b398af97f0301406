import { z } from 'zod';

import { parseYuan } from '#kernel/money/fen.ts';
import type { Words } from '#kernel/problems/contract.ts';

/** An amount in exchange form, `39311854.30`. It is text on the wire, never a JSON number. */
export const YuanAmount = z
  .string()
  .refine((text) => parseYuan(text).ok, { error: '金额应为两位小数的元，例如 39311854.30。' });

export const Fund = z.enum(['generalPublic', 'governmentFund', 'stateCapital']);
export type Fund = z.infer<typeof Fund>;

export const Source = z.enum(['fiscal', 'business', 'operating', 'other']);
export type Source = z.infer<typeof Source>;

export const SpendingKind = z.enum(['basic', 'project']);
export type SpendingKind = z.infer<typeof SpendingKind>;

export const fundWords = {
  generalPublic: { 'zh-CN': '一般公共预算', en: 'General public budget' },
  governmentFund: { 'zh-CN': '政府性基金', en: 'Government fund' },
  stateCapital: { 'zh-CN': '国有资本经营预算', en: 'State capital' },
} as const satisfies Record<Fund, Words>;

export const sourceWords = {
  fiscal: { 'zh-CN': '财政拨款', en: 'Fiscal' },
  business: { 'zh-CN': '事业收入', en: 'Business income' },
  operating: { 'zh-CN': '经营收入', en: 'Operating income' },
  other: { 'zh-CN': '其他收入', en: 'Other income' },
} as const satisfies Record<Source, Words>;

/** The only place where an amount of a budget is typed. Everything that is printed follows from lines. */
export interface BudgetLine {
  /** Stays the same across versions. */
  readonly key: string;
  readonly fund: Fund;
  readonly source: Source;
  readonly kind: SpendingKind;
  /** 支出功能分类, 项: seven digits. */
  readonly functionCode: string;
  /** 部门预算支出经济分类, 款: five digits; empty for what is not divided. */
  readonly economicCode: string;
  /** 政府预算支出经济分类; empty when not given. */
  readonly governmentCode: string;
  readonly projectId: string;
  /** Part of a project; empty when it has none. */
  readonly part: string;
  readonly fen: bigint;
  readonly note: string;
}

export const CodeRegisterKind = z.enum(['function', 'economic', 'government', 'procurement']);
export type CodeRegisterKind = z.infer<typeof CodeRegisterKind>;

/** Codes of one year by register: code to official name. */
export interface CodeNames {
  readonly function: ReadonlyMap<string, string>;
  readonly economic: ReadonlyMap<string, string>;
}
