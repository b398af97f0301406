import { z } from 'zod';

import { Day, Id, Instant } from '#kernel/http/shapes.ts';
import { YUAN_TEXT } from '#kernel/money/fen.ts';
import type { Words } from '#kernel/problems/contract.ts';

import { ParcelState, stateWords } from './state.ts';

export const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
const Yuan = z.string().regex(YUAN_TEXT);

/** What is wrong with a line of a carrier's bill. */
export const Difference = z.enum([
  'none',
  'not-ours',
  'twice',
  'not-delivered',
  'wrong-weight',
  'wrong-price',
]);
export type Difference = z.infer<typeof Difference>;

export const differenceWords: Readonly<Record<Difference, Words>> = {
  none: { 'zh-CN': '一致', en: 'As in our books' },
  'not-ours': { 'zh-CN': '非本中心快件', en: 'Not ours' },
  twice: { 'zh-CN': '重复计费', en: 'Billed twice' },
  'not-delivered': { 'zh-CN': '未妥投', en: 'Not delivered' },
  'wrong-weight': { 'zh-CN': '重量不符', en: 'Wrong weight' },
  'wrong-price': { 'zh-CN': '金额不符', en: 'Wrong price' },
};

const ROW = /^#\d+$/u;

/** What our books hold against a line, in words: `#4` is a row of the same bill, a state is that of the parcel, all else is a figure. */
export function wordsOfHeld(held: string): Words {
  if (ROW.test(held)) return { 'zh-CN': `第 ${held.slice(1)} 行`, en: `Row ${held.slice(1)}` };
  const state = ParcelState.safeParse(held);
  return state.success ? stateWords[state.data] : { 'zh-CN': held, en: held };
}

/** 认可, 待核, 按合同价认可, 剔除. */
export const Verdict = z.enum(['agreed', 'open', 'paid-at-contract', 'dropped']);
export type Verdict = z.infer<typeof Verdict>;

export const verdictWords: Readonly<Record<Verdict, Words>> = {
  agreed: { 'zh-CN': '认可', en: 'Agreed' },
  open: { 'zh-CN': '待核', en: 'To be judged' },
  'paid-at-contract': { 'zh-CN': '按合同价认可', en: 'Paid at the contract’s price' },
  dropped: { 'zh-CN': '剔除', en: 'Dropped' },
};

/** Differences of a parcel that was delivered: it may be paid at the contract's price all the same. */
export const PAYABLE = ['wrong-weight', 'wrong-price'] as const satisfies readonly Difference[];

/** A line of a bill, and what stands against it in our books. */
export const BillLine = z.object({
  rowNumber: z.number().int(),
  trackingNo: z.string(),
  ourNumber: z.string(),
  billedOn: Day.nullable(),
  weightGrams: z.number().int().nullable(),
  amount: Yuan.nullable(),
  parcelId: Id.nullable(),
  signedOn: Day.nullable(),
  difference: Difference,
  /** See `wordsOfHeld`. */
  held: z.string(),
  verdict: Verdict,
  reason: z.string(),
  /** The month with whose document it was handed on. */
  settledIn: Month.nullable(),
});
export type BillLine = z.infer<typeof BillLine>;

/** 未对账, 已对账, 已提交. */
export const MonthState = z.enum(['open', 'matched', 'handed-on']);
export type MonthState = z.infer<typeof MonthState>;

export const MonthSummary = z.object({
  month: Month,
  state: MonthState,
  /** Signed for in the month. */
  delivered: z.number().int(),
  /** Of these, in no bill. */
  unbilled: z.number().int(),
  billedRows: z.number().int(),
  billed: Yuan,
  /** What is agreed and goes, or went, to the contracts with this month. */
  agreed: z.number().int(),
  amount: Yuan,
  open: z.number().int(),
  dropped: z.number().int(),
  unitPrice: Yuan.nullable(),
  contractNumber: z.string(),
  contractName: z.string(),
  supplier: z.string(),
  fileName: z.string(),
  documentId: Id.nullable(),
  documentNumber: z.string(),
  documentState: z.enum(['submitted', 'checked', 'approved', 'returned', 'withdrawn']).nullable(),
  paid: Yuan.nullable(),
  settlementId: Id.nullable(),
  handedOnAt: Instant.nullable(),
  version: z.number().int(),
});
export type MonthSummary = z.infer<typeof MonthSummary>;

export const MonthInFull = MonthSummary.extend({
  differences: z.array(z.object({ difference: Difference, lines: z.number().int(), billed: Yuan })),
});
export type MonthInFull = z.infer<typeof MonthInFull>;
