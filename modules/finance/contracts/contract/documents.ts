import { z } from 'zod';

import { Day, Id, Instant } from '#kernel/http/shapes.ts';

import { Percent, Trigger } from './instalments.ts';
import { ProcurementCategory, ProcurementMethod } from './rules.ts';
import { PositiveYuan, Yuan } from './yuan.ts';

/** 大型、中型、小型、微型: the last three are who the payment rules protect. */
export const SizeClass = z.enum(['large', 'medium', 'small', 'micro', 'none']);
export type SizeClass = z.infer<typeof SizeClass>;

/** By milestones, by what a meter counts, or by what was incurred. */
export const ContractType = z.enum(['milestone', 'metered', 'as-incurred']);
export type ContractType = z.infer<typeof ContractType>;

const Text = (most: number) => z.string().trim().min(1).max(most);
const Optional = (most: number) => z.string().trim().max(most).default('');

/** What moves money beside the making of the budget itself; each is made, checked and approved by three people. */
export const DocumentKind = z.enum([
  'adjustment',
  'transfer',
  'reservation',
  'contract',
  'settlement',
  'payment',
  'closure',
  'carry-over',
  'reversal',
]);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** 调整: the total of a line changes by a decision from outside. */
export const Adjustment = z.object({
  kind: z.literal('adjustment'),
  lineId: Id,
  amount: Yuan.refine((text) => text !== '0.00', { message: '金额不能为零｜Not zero' }),
  paper: Text(100),
});

/** 调剂: between two lines; the total stays. */
export const Transfer = z.object({
  kind: z.literal('transfer'),
  fromLineId: Id,
  toLineId: Id,
  amount: PositiveYuan,
  paper: Text(100),
});

/** A procurement request: the money of an item is kept for it. */
export const Reservation = z.object({
  kind: z.literal('reservation'),
  lineId: Id,
  name: Text(200),
  category: ProcurementCategory,
  catalogueCode: Optional(40),
  amount: PositiveYuan,
  method: ProcurementMethod,
  sme: Yuan,
  smallMicro: Yuan,
  /** 采购意向公开, at least thirty days before. */
  intentOn: Day.nullable().default(null),
});

export const Share = z.object({ lineId: Id, amount: PositiveYuan });

export const InstalmentInput = z.object({ label: Text(100), percent: Percent, trigger: Trigger });

export const Meter = z.object({
  unitPrice: PositiveYuan,
  /** The kind of operational event that is counted, e.g. `seals.set-issued`. */
  eventType: z.string().regex(/^[a-z-]+\.[a-z-]+$/),
  unit: Text(20),
});
export type Meter = z.infer<typeof Meter>;

export const NewContract = z.object({
  kind: z.literal('contract'),
  number: Text(60),
  name: Text(200),
  type: ContractType,
  supplier: z.object({ name: Text(200), creditCode: Optional(18), size: SizeClass }),
  /** The procurement item it fulfils, with what was awarded and when; null below the thresholds. */
  itemId: Id.nullable().default(null),
  award: PositiveYuan.nullable().default(null),
  awardedOn: Day.nullable().default(null),
  price: PositiveYuan,
  signedOn: Day,
  servesFrom: Day.nullable().default(null),
  servesUntil: Day.nullable().default(null),
  /** Days from acceptance to payment; left out: as the year's rules say. */
  paymentDays: z.number().int().min(1).max(90).optional(),
  shares: z.array(Share).min(1).max(20),
  instalments: z.array(InstalmentInput).max(24).default([]),
  meter: Meter.nullable().default(null),
});
export type NewContract = z.infer<typeof NewContract>;

/** What is owed by now: an instalment, a metered period, or a bill. */
export const NewSettlement = z.object({
  kind: z.literal('settlement'),
  contractId: Id,
  /** Of a milestone contract. */
  instalment: z.number().int().min(1).max(24).nullable().default(null),
  /** Of a metered contract: every counted event up to this day that no settlement has yet. */
  untilOn: Day.nullable().default(null),
  /** Of an as-incurred contract. */
  amount: PositiveYuan.nullable().default(null),
  what: Optional(200),
  /** The day from which the days to pay are counted: acceptance, delivery, or confirmation of the amount. */
  confirmedOn: Day,
  invoiceNumber: Optional(60),
  invoicedOn: Day.nullable().default(null),
  /** The invoice itself, uploaded before. */
  invoiceFileId: Id.nullable().default(null),
  /** Of a metered contract: the events that whoever did the work put forward, instead of a last day. */
  proposalId: Id.nullable().default(null),
});
export type NewSettlement = z.infer<typeof NewSettlement>;

export const NewPayment = z.object({
  kind: z.literal('payment'),
  settlementId: Id,
  amount: PositiveYuan,
  paidOn: Day,
  /** Of the unit's own accounts. */
  voucher: Text(60),
});
export type NewPayment = z.infer<typeof NewPayment>;

/** What a contract does not need any more goes back to its lines. */
export const Closure = z.object({ kind: z.literal('closure'), contractId: Id });

/** 结转: what a contract still holds at the end of a year goes to the same line of the next. */
export const CarryOver = z.object({ kind: z.literal('carry-over'), contractId: Id });

/** 冲销: the movements of a document the other way round. */
export const Reversal = z.object({ kind: z.literal('reversal'), documentId: Id });

export const DocumentBody = z.discriminatedUnion('kind', [
  Adjustment,
  Transfer,
  Reservation,
  NewContract,
  NewSettlement,
  NewPayment,
  Closure,
  CarryOver,
  Reversal,
]);
export type DocumentBody = z.infer<typeof DocumentBody>;

export const NewDocument = z.object({ body: DocumentBody, reason: Text(500) });
export type NewDocument = z.infer<typeof NewDocument>;

export const DocumentState = z.enum(['submitted', 'checked', 'approved', 'returned', 'withdrawn']);
export type DocumentState = z.infer<typeof DocumentState>;

/** What somebody may do to a document now. */
export const DocumentAct = z.enum(['check', 'approve', 'return', 'withdraw']);
export type DocumentAct = z.infer<typeof DocumentAct>;

const Signed = z.object({ id: z.string(), name: z.string(), at: Instant });

export const DocumentSummary = z.object({
  id: Id,
  number: z.string(),
  kind: DocumentKind,
  state: DocumentState,
  /** What it is about, in words. */
  title: z.string(),
  amount: Yuan,
  /** The contract that it concerns, when it does. */
  contractId: Id.nullable(),
  maker: Signed,
  checker: Signed.nullable(),
  approver: Signed.nullable(),
  version: z.number().int(),
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;

export const Document = DocumentSummary.extend({
  body: DocumentBody,
  reason: z.string(),
  returnReason: z.string(),
  isReversed: z.boolean(),
  acts: z.array(DocumentAct),
  /** The lines, by id, that the body names. */
  lines: z.array(z.object({ id: Id, name: z.string() })),
});
export type Document = z.infer<typeof Document>;

export const Verdict = z.object({
  note: z.string().trim().max(500).default(''),
  version: z.number().int().min(1),
});
export type Verdict = z.infer<typeof Verdict>;

export const Returning = Verdict.extend({ note: z.string().trim().min(2).max(500) });
export type Returning = z.infer<typeof Returning>;
