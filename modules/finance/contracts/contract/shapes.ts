import { z } from 'zod';

import { Day, Id, Instant } from '#kernel/http/shapes.ts';

import { ContractType, DocumentSummary, Meter, SizeClass } from './documents.ts';
import { ContractEventKind, Trigger } from './instalments.ts';
import { Bucket, MovementKind, Side } from './ledger.ts';
import { ItemFinding, ProcurementCategory, ProcurementMethod, YearRules } from './rules.ts';
import { Yuan } from './yuan.ts';

/** The five buckets and what they add up to. */
export const FiguresShown = z.object({
  approved: Yuan,
  adjusted: Yuan,
  limit: Yuan,
  available: Yuan,
  reserved: Yuan,
  committed: Yuan,
  due: Yuan,
  paid: Yuan,
  /** Paid of the limit, `45.20%`; empty when the limit is nothing. */
  progress: z.string(),
});
export type FiguresShown = z.infer<typeof FiguresShown>;

export const LineShown = z.object({
  id: Id,
  key: z.string(),
  year: z.number().int(),
  projectCode: z.string(),
  projectName: z.string(),
  part: z.string(),
  name: z.string(),
  figures: FiguresShown,
});
export type LineShown = z.infer<typeof LineShown>;

export const ForecastShown = z.object({
  contractId: Id,
  contractName: z.string(),
  unit: z.string(),
  used: z.number().int(),
  left: z.number().int(),
  perDay: z.string(),
  exhaustedOn: Day.nullable(),
  lastsTheYear: z.boolean(),
});
export type ForecastShown = z.infer<typeof ForecastShown>;

export const ProjectYear = z.object({
  code: z.string(),
  name: z.string(),
  figures: FiguresShown,
  contracts: z.number().int(),
  overdue: z.number().int(),
  forecasts: z.array(ForecastShown),
  lines: z.array(LineShown),
});
export type ProjectYear = z.infer<typeof ProjectYear>;

/** A year as it stood at the end of a day. */
export const Overview = z.object({
  year: z.number().int(),
  onDay: Day,
  years: z.array(z.number().int()),
  figures: FiguresShown,
  /** What was paid by the end of each month, for the curve of the year. */
  months: z.array(z.object({ month: z.string(), paid: Yuan })),
  projects: z.array(ProjectYear),
  isDemonstration: z.boolean(),
});
export type Overview = z.infer<typeof Overview>;

export const MovementShown = z.object({
  id: Id,
  serial: z.number().int(),
  day: Day,
  at: Instant,
  kind: MovementKind,
  isReversal: z.boolean(),
  from: z.object({ lineId: Id, line: z.string(), side: Side }),
  to: z.object({ lineId: Id, line: z.string(), side: Side }),
  amount: Yuan,
  byName: z.string(),
  documentId: Id.nullable(),
  documentNumber: z.string(),
  contractId: Id.nullable(),
  settlementId: Id.nullable(),
});
export type MovementShown = z.infer<typeof MovementShown>;

export const ContractState = z.enum(['running', 'closed', 'reversed']);
export type ContractState = z.infer<typeof ContractState>;

export const PublicationState = z.enum([
  'not-needed',
  'published',
  'published-late',
  'waiting',
  'late',
]);
export type PublicationState = z.infer<typeof PublicationState>;

export const ContractSummary = z.object({
  id: Id,
  number: z.string(),
  name: z.string(),
  type: ContractType,
  state: ContractState,
  year: z.number().int(),
  projectCode: z.string(),
  projectName: z.string(),
  supplier: z.string(),
  size: SizeClass,
  price: Yuan,
  settled: Yuan,
  paid: Yuan,
  signedOn: Day,
  publication: PublicationState,
  overdue: z.number().int(),
  isDemonstration: z.boolean(),
});
export type ContractSummary = z.infer<typeof ContractSummary>;

export const InstalmentState = z.enum(['waiting', 'reached', 'settled', 'paid']);
export type InstalmentState = z.infer<typeof InstalmentState>;

export const InstalmentShown = z.object({
  seq: z.number().int(),
  label: z.string(),
  percent: z.string(),
  amount: Yuan,
  trigger: Trigger,
  reachedOn: Day.nullable(),
  state: InstalmentState,
});
export type InstalmentShown = z.infer<typeof InstalmentShown>;

export const SettlementShown = z.object({
  id: Id,
  seq: z.number().int(),
  instalment: z.number().int().nullable(),
  what: z.string(),
  amount: Yuan,
  paid: Yuan,
  quantity: z.number().int().nullable(),
  fromOn: Day.nullable(),
  untilOn: Day.nullable(),
  confirmedOn: Day,
  dueOn: Day,
  isOverdue: z.boolean(),
  invoiceNumber: z.string(),
  invoicedOn: Day.nullable(),
  invoiceFileId: Id.nullable(),
  invoiceFileName: z.string(),
  payments: z.array(
    z.object({ id: Id, amount: Yuan, paidOn: Day, voucher: z.string(), byName: z.string() }),
  ),
});
export type SettlementShown = z.infer<typeof SettlementShown>;

/** One operational event that a settlement pays for; its key is that of the record that counted it. */
export const CountedShown = z.object({
  key: z.string(),
  eventType: z.string(),
  day: Day,
  quantity: z.number().int(),
  amount: Yuan,
});
export type CountedShown = z.infer<typeof CountedShown>;

export const ContractEventShown = z.object({
  id: Id,
  kind: ContractEventKind,
  day: Day,
  evidence: z.string(),
  fileId: Id.nullable(),
  fileName: z.string(),
  byName: z.string(),
  at: Instant,
});
export type ContractEventShown = z.infer<typeof ContractEventShown>;

export const Contract = ContractSummary.extend({
  creditCode: z.string(),
  item: z.object({ id: Id, name: z.string(), amount: Yuan }).nullable(),
  award: Yuan.nullable(),
  awardedOn: Day.nullable(),
  servesFrom: Day.nullable(),
  servesUntil: Day.nullable(),
  paymentDays: z.number().int(),
  publishBy: Day,
  publishedOn: Day.nullable(),
  publishedAt: z.string(),
  left: Yuan,
  shares: z.array(z.object({ lineId: Id, line: z.string(), amount: Yuan, settled: Yuan })),
  meter: Meter.nullable(),
  /** Counted events that no settlement has yet. */
  uncounted: z.number().int(),
  forecast: ForecastShown.nullable(),
  instalments: z.array(InstalmentShown),
  settlements: z.array(SettlementShown),
  events: z.array(ContractEventShown),
  documents: z.array(DocumentSummary),
  version: z.number().int(),
});
export type Contract = z.infer<typeof Contract>;

/** What a document would do as things stand: each line before and after, and what follows from it. */
export const Preview = z.object({
  title: z.string(),
  amount: Yuan,
  lines: z.array(
    z.object({
      id: Id,
      name: z.string(),
      year: z.number().int(),
      before: FiguresShown,
      after: FiguresShown,
    }),
  ),
  /** Of a settlement: how much was counted, and the last day of payment. */
  quantity: z.number().int().nullable(),
  dueOn: Day.nullable(),
  /** Of a contract: the last day of its publication, and what each instalment comes to. */
  publishBy: Day.nullable(),
  instalments: z.array(z.object({ seq: z.number().int(), label: z.string(), amount: Yuan })),
});
export type Preview = z.infer<typeof Preview>;

/** What was recorded about a contract: a dated fact with its evidence. */
export const NewContractEvent = z.object({
  kind: ContractEventKind,
  day: Day,
  evidence: z.string().trim().min(2).max(500),
  fileId: Id.nullable().default(null),
});
export type NewContractEvent = z.infer<typeof NewContractEvent>;

export const NewPublication = z.object({
  publishedOn: Day,
  address: z.string().trim().min(4).max(300),
  version: z.number().int().min(1),
});
export type NewPublication = z.infer<typeof NewPublication>;

export const ItemShown = z.object({
  id: Id,
  number: z.string(),
  lineId: Id,
  line: z.string(),
  projectCode: z.string(),
  name: z.string(),
  category: ProcurementCategory,
  catalogueCode: z.string(),
  amount: Yuan,
  awarded: Yuan,
  method: ProcurementMethod,
  sme: Yuan,
  smallMicro: Yuan,
  intentOn: Day.nullable(),
});
export type ItemShown = z.infer<typeof ItemShown>;

export const ProcurementPlan = z.object({
  year: z.number().int(),
  years: z.array(z.number().int()),
  total: Yuan,
  byCategory: z.array(
    z.object({ category: ProcurementCategory, amount: Yuan, count: z.number().int() }),
  ),
  sme: Yuan,
  smallMicro: Yuan,
  smeShare: z.string(),
  smallMicroShare: z.string(),
  rules: YearRules.nullable(),
  findings: z.array(ItemFinding),
  items: z.array(ItemShown),
});
export type ProcurementPlan = z.infer<typeof ProcurementPlan>;

/** What is late: a settlement that was not paid in time, or a contract that was not published in time. */
export const Overdue = z.object({
  kind: z.enum(['payment', 'publication']),
  contractId: Id,
  contractNumber: z.string(),
  contractName: z.string(),
  supplier: z.string(),
  size: SizeClass,
  /** What is owed, null for a publication. */
  amount: Yuan.nullable(),
  what: z.string(),
  dueOn: Day,
  daysLate: z.number().int(),
});
export type Overdue = z.infer<typeof Overdue>;

/** What a contract of a year still holds after its end. */
export const CarryOverProposal = z.object({
  contractId: Id,
  contractNumber: z.string(),
  contractName: z.string(),
  projectCode: z.string(),
  committed: Yuan,
  due: Yuan,
  /** Instalments that wait, as they are called in the contract. */
  waiting: z.array(z.string()),
  /** Years since the money was first granted; from two on it is 结余 and goes back (实施条例 art. 50). */
  ageYears: z.number().int(),
  /** Whether a document proposes it already. */
  documentId: Id.nullable(),
});
export type CarryOverProposal = z.infer<typeof CarryOverProposal>;

export const YearEnd = z.object({
  year: z.number().int(),
  years: z.array(z.number().int()),
  figures: FiguresShown,
  carryOver: Yuan,
  proposals: z.array(CarryOverProposal),
  /** Money of the lines that nothing claims: it goes back unless it is carried over. */
  unclaimed: z.array(z.object({ lineId: Id, line: z.string(), amount: Yuan })),
});
export type YearEnd = z.infer<typeof YearEnd>;

/** The ledger added up again from its first movement. */
export const Reconciliation = z.object({
  isRight: z.boolean(),
  movements: z.number().int(),
  lines: z.number().int(),
  /** Sum of all legs; nothing else than 0.00 is right. */
  legs: Yuan,
  differences: z.array(
    z.object({ line: z.string(), bucket: Bucket, current: Yuan, rebuilt: Yuan }),
  ),
});
export type Reconciliation = z.infer<typeof Reconciliation>;
