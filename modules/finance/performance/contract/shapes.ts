import { z } from 'zod';

import { Day, Id, Instant } from '#kernel/http/shapes.ts';

import { Indicator } from './indicator.ts';
import { Level1 } from './levels.ts';

/** Money on the wire: yuan with two decimals. */
const Yuan = z.string().regex(/^-?\d+\.\d{2}$/);
const Both = z.object({ 'zh-CN': z.string(), en: z.string() });
const Points = z.string().regex(/^\d+\.\d{2}$/);

export const TargetState = z.enum(['draft', 'declared', 'approved']);
export type TargetState = z.infer<typeof TargetState>;

export const ScoreGradeShown = z.enum(['excellent', 'good', 'fair', 'poor']);

/** Payment against the limit, from the execution ledger. */
export const PaymentProgress = z.object({
  limit: Yuan,
  paid: Yuan,
  /** Percent with two decimals; empty when there is no limit. */
  rate: z.string(),
  /** Points of ten; null when there is no limit. */
  score: Points.nullable(),
});
export type PaymentProgress = z.infer<typeof PaymentProgress>;

/** A value with where it comes from: how it is counted, over which days, and when it was read. */
export const LiveValue = z.object({
  /** `measure`: read from operations; `manual`: recorded with evidence; `none`: no module offers the measure. */
  source: z.enum(['measure', 'manual', 'none']),
  value: z.string().nullable(),
  /** Records behind it. */
  events: z.int().nullable(),
  query: Both,
  from: Day,
  until: Day,
  readAt: Instant,
  /** SM3 over the query, the span and what was read: a frozen value can be held against a later one. */
  hash: z.string(),
  fileId: Id.nullable(),
  fileName: z.string(),
});
export type LiveValue = z.infer<typeof LiveValue>;

export const IndicatorNow = Indicator.extend({
  now: LiveValue,
  score: Points.nullable(),
  attained: z.string().nullable(),
  mustExplain: z.boolean(),
});
export type IndicatorNow = z.infer<typeof IndicatorNow>;

export const ReviewKind = z.enum(['monitoring', 'evaluation']);
export type ReviewKind = z.infer<typeof ReviewKind>;

export const ReviewRow = z.object({
  indicator: Indicator,
  value: LiveValue,
  score: Points.nullable(),
  attained: z.string().nullable(),
  mustExplain: z.boolean(),
  /** Why it deviates and what is done about it. */
  reason: z.string(),
});
export type ReviewRow = z.infer<typeof ReviewRow>;

export const ReviewSummary = z.object({
  id: Id,
  targetId: Id,
  kind: ReviewKind,
  asOf: Day,
  state: z.enum(['draft', 'submitted']),
  payment: PaymentProgress,
  total: Points,
  grade: ScoreGradeShown,
  byName: z.string(),
  updatedAt: Instant,
  version: z.int(),
});
export type ReviewSummary = z.infer<typeof ReviewSummary>;

export const Review = ReviewSummary.extend({
  year: z.int(),
  projectCode: z.string(),
  projectName: z.string(),
  rows: z.array(ReviewRow),
  conclusion: z.string(),
});
export type Review = z.infer<typeof Review>;

export const TargetSummary = z.object({
  id: Id,
  year: z.int(),
  projectCode: z.string(),
  projectName: z.string(),
  state: TargetState,
  /** Written by this product as a proposal; no published document has it. */
  isProposal: z.boolean(),
  indicators: z.int(),
  weights: Points,
  /** Indicators that operations measure. */
  measured: z.int(),
  payment: PaymentProgress,
  /** Points as of now; what has no value yet takes none. */
  total: Points,
  missing: z.int(),
  reviews: z.array(ReviewSummary),
  version: z.int(),
});
export type TargetSummary = z.infer<typeof TargetSummary>;

/** What the budget says of a project; null while no approved budget has it. */
export const ProjectFacts = z.object({
  office: z.string(),
  implementer: z.string(),
  startsOn: Day,
  endsOn: Day,
  overview: z.string(),
  amount: Yuan,
});
export type ProjectFacts = z.infer<typeof ProjectFacts>;

export const Target = TargetSummary.omit({ indicators: true }).extend({
  annualGoal: z.string(),
  indicators: z.array(IndicatorNow),
  shares: z.array(z.object({ level1: Level1, points: Points })),
  isUsualShare: z.boolean(),
  faults: z.array(z.object({ index: z.int(), reason: Both })),
  returnedFor: z.string().nullable(),
  declaredByName: z.string().nullable(),
  approvedOn: Day.nullable(),
  project: ProjectFacts.nullable(),
  from: Day,
  until: Day,
});
export type Target = z.infer<typeof Target>;

export const MeasureShown = z.object({
  name: z.string(),
  title: Both,
  query: Both,
  unit: Both,
  value: z.string().nullable(),
  events: z.int(),
  from: Day,
  until: Day,
  /** Indicators of the year that refer to it. */
  used: z.int(),
});
export type MeasureShown = z.infer<typeof MeasureShown>;

/** An approved target as everybody may see it. */
export const PublishedTarget = z.object({
  projectCode: z.string(),
  projectName: z.string(),
  annualGoal: z.string(),
  approvedOn: Day.nullable(),
  project: ProjectFacts.nullable(),
  indicators: z.array(Indicator.omit({ id: true, measure: true, basis: true })),
});
export type PublishedTarget = z.infer<typeof PublishedTarget>;
