import { z } from 'zod';

import { Day, Id } from '#kernel/http/shapes.ts';
import type { Words } from '#kernel/problems/contract.ts';

import { Yuan } from './of-money.ts';

/** Two sums of one step of the chain that have to be equal. */
export const Check = z.object({
  name: z.enum(['lines', 'contracts-paid', 'settlements', 'payments', 'events', 'quantity']),
  left: z.string(),
  right: z.string(),
  isEqual: z.boolean(),
});
export type Check = z.infer<typeof Check>;

export const checkWords: Readonly<Record<Check['name'], Words>> = {
  lines: { 'zh-CN': '预算行合计 = 项目预算', en: 'Lines add up to the project' },
  'contracts-paid': {
    'zh-CN': '各合同已付 = 项目已付',
    en: 'Paid by contract = paid by the project',
  },
  settlements: {
    'zh-CN': '各结算合计 = 合同已结算',
    en: 'Settlements add up to what the contract settled',
  },
  payments: { 'zh-CN': '各付款合计 = 已付', en: 'Payments add up to what was paid' },
  events: { 'zh-CN': '逐件计数 × 单价 = 结算金额', en: 'Counted × unit price = the settlement' },
  quantity: { 'zh-CN': '逐件计数 = 结算数量', en: 'Counted = the quantity settled' },
};

const Head = z.object({
  id: Id,
  number: z.string(),
  name: z.string(),
  supplier: z.string(),
  price: Yuan,
  settled: Yuan,
  paid: Yuan,
});

/** From a cell of the budget: a project of a year, its lines, and the contracts that hold its money. */
export const ChainOfProject = z.object({
  code: z.string(),
  name: z.string(),
  year: z.number().int(),
  limit: Yuan,
  paid: Yuan,
  lines: z.array(z.object({ id: Id, key: z.string(), name: z.string(), limit: Yuan })),
  contracts: z.array(Head),
  checks: z.array(Check),
});
export type ChainOfProject = z.infer<typeof ChainOfProject>;

export const ChainOfContract = Head.extend({
  year: z.number().int(),
  projectCode: z.string(),
  projectName: z.string(),
  unit: z.string(),
  unitPrice: Yuan.nullable(),
  settlements: z.array(
    z.object({
      id: Id,
      seq: z.number().int(),
      what: z.string(),
      confirmedOn: Day,
      quantity: z.number().int().nullable(),
      amount: Yuan,
      paid: Yuan,
      payments: z.array(z.object({ paidOn: Day, voucher: z.string(), amount: Yuan })),
    }),
  ),
  checks: z.array(Check),
});
export type ChainOfContract = z.infer<typeof ChainOfContract>;

/** What a settlement was counted from: a set of seals, a parcel, or a day's count from before this software. */
export const ChainThing = z.object({
  key: z.string(),
  kind: z.enum(['seals.set', 'courier.parcel', 'count']),
  id: Id.nullable(),
  number: z.string(),
  /** The firm of a set, what is in a parcel. */
  about: z.string(),
  day: Day,
  quantity: z.number().int(),
  amount: Yuan.nullable(),
  caseId: Id.nullable(),
  caseNo: z.string(),
  matter: z.string(),
  ticketId: Id.nullable(),
  ticketNo: z.string(),
});
export type ChainThing = z.infer<typeof ChainThing>;

export const ChainOfSettlement = z.object({
  id: Id,
  what: z.string(),
  confirmedOn: Day,
  quantity: z.number().int().nullable(),
  amount: Yuan,
  paid: Yuan,
  contractId: Id,
  contractNumber: z.string(),
  contractName: z.string(),
  projectCode: z.string(),
  projectName: z.string(),
  year: z.number().int(),
  unit: z.string(),
  unitPrice: Yuan.nullable(),
  checks: z.array(Check),
  items: z.array(ChainThing),
  nextCursor: z.string().nullable(),
});
export type ChainOfSettlement = z.infer<typeof ChainOfSettlement>;

/** 已计数, 结算中, 已结算, 已支付; `free` cost nothing: not delivered, or nothing was counted for it. */
export const CostState = z.enum(['free', 'counted', 'proposed', 'settled', 'paid']);
export type CostState = z.infer<typeof CostState>;

export const costStateWords: Readonly<Record<CostState, Words>> = {
  free: { 'zh-CN': '未计费', en: 'Nothing counted' },
  counted: { 'zh-CN': '已计数，待结算', en: 'Counted' },
  proposed: { 'zh-CN': '结算中', en: 'Being settled' },
  settled: { 'zh-CN': '已结算，待支付', en: 'Settled' },
  paid: { 'zh-CN': '已支付', en: 'Paid' },
};

/** From the other end: what was done for a case or a visit, and what each of it cost. */
export const CostsOf = z.object({
  cases: z.array(
    z.object({ id: Id, caseNo: z.string(), matter: z.string(), ticketNo: z.string() }),
  ),
  ticketNo: z.string(),
  ticketDay: Day.nullable(),
  things: z.array(
    ChainThing.extend({
      state: CostState,
      settlementId: Id.nullable(),
      contractId: Id.nullable(),
      contractNumber: z.string(),
      projectCode: z.string(),
      projectName: z.string(),
      year: z.number().int().nullable(),
    }),
  ),
  total: Yuan,
  paid: Yuan,
});
export type CostsOf = z.infer<typeof CostsOf>;
