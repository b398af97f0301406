import { z } from 'zod';

import { parseYuan } from '#kernel/money/fen.ts';

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
