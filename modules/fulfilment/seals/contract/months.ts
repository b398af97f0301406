import { z } from 'zod';

import { Day, Id, Instant } from '#kernel/http/shapes.ts';
import { YUAN_TEXT } from '#kernel/money/fen.ts';

export const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
const Yuan = z.string().regex(YUAN_TEXT);

/** 无争议, 争议中, 剔除, 维持. */
export const DisputeState = z.enum(['none', 'disputed', 'dropped', 'kept']);
export type DisputeState = z.infer<typeof DisputeState>;

/** A signed set with what it costs: in one month only. */
export const Line = z.object({
  setId: Id,
  setNumber: z.string(),
  firmName: z.string(),
  uscc: z.string(),
  caseNo: z.string(),
  makerId: Id,
  makerName: z.string(),
  signedOn: Day,
  amount: Yuan,
  dispute: DisputeState,
  reason: z.string(),
});
export type Line = z.infer<typeof Line>;

/** 未汇总, 已汇总, 已提交. */
export const MonthState = z.enum(['open', 'closed', 'handed-on']);
export type MonthState = z.infer<typeof MonthState>;

export const MonthSummary = z.object({
  month: Month,
  state: MonthState,
  /** Signed in the month and in no settlement yet. */
  waiting: z.number().int(),
  sets: z.number().int(),
  disputed: z.number().int(),
  dropped: z.number().int(),
  unitPrice: Yuan.nullable(),
  amount: Yuan,
  contractNumber: z.string(),
  contractName: z.string(),
  supplier: z.string(),
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
  byMaker: z.array(
    z.object({ makerId: Id, name: z.string(), sets: z.number().int(), amount: Yuan }),
  ),
});
export type MonthInFull = z.infer<typeof MonthInFull>;

/** When the contract is used up, at the pace of the last months. */
export const Forecast = z.object({
  contractNumber: z.string(),
  price: Yuan,
  unitPrice: Yuan,
  /** Sets that the contract pays for in all. */
  limit: z.number().int(),
  used: z.number().int(),
  left: z.number().int(),
  perMonth: z.number(),
  /** The month in which it ends, or null when it lasts. */
  exhaustedIn: Month.nullable(),
  servesUntil: Day.nullable(),
});
export type Forecast = z.infer<typeof Forecast>;
