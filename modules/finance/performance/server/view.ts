import {
  gradeOf,
  type Indicator,
  type IndicatorNow,
  type LiveValue,
  MANUAL,
  type PaymentProgress,
  type Review,
  type ReviewRow,
  type ReviewSummary,
  scoreIndicator,
  sumPoints,
  type TargetSummary,
} from '../contract.ts';
import { showPayment } from './payment.ts';
import type { ReviewRecord } from './repository.ts';
import type { IndicatorRow, TargetRow } from './tables.ts';

export function toIndicator(row: IndicatorRow): Indicator {
  return {
    id: row.indicator_id,
    level1: row.level1,
    level2: row.level2,
    level3: row.level3,
    sign: row.sign,
    target: row.target,
    unit: row.unit,
    weight: row.weight,
    measure: row.measure,
    basis: row.basis,
  };
}

export function toIndicatorRow(
  target: Pick<TargetRow, 'centre_id' | 'target_id'>,
  indicator: Indicator,
  order: number,
): IndicatorRow {
  const { id, ...rest } = indicator;
  return {
    centre_id: target.centre_id,
    target_id: target.target_id,
    indicator_id: id,
    sort_order: order,
    ...rest,
  };
}

export function toIndicatorNow(indicator: Indicator, now: LiveValue): IndicatorNow {
  return { ...indicator, now, ...scoreIndicator(indicator, now.value) };
}

export function toReviewRow(indicator: Indicator, value: LiveValue, reason = ''): ReviewRow {
  return { indicator, value, reason, ...scoreIndicator(indicator, value.value) };
}

export function toReviewSummary(row: ReviewRecord): ReviewSummary {
  const payment = showPayment({ limitFen: row.limit_fen, paidFen: row.paid_fen });
  const total = totalOf(row.rows, payment);
  return {
    id: row.review_id,
    targetId: row.target_id,
    kind: row.kind,
    asOf: row.as_of,
    state: row.state,
    payment,
    total,
    grade: gradeOf(total),
    byName: row.by_name,
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
  };
}

export function toReview(row: ReviewRecord, target: TargetRow): Review {
  return {
    ...toReviewSummary(row),
    year: target.year,
    projectCode: target.project_code,
    projectName: target.project_name,
    rows: row.rows,
    conclusion: row.conclusion,
  };
}

/** Points of indicators and of the execution of the budget together. */
export function totalOf(
  rows: ReadonlyArray<{ readonly score: string | null }>,
  payment: PaymentProgress,
): string {
  return sumPoints([payment.score, ...rows.map(({ score }) => score)]);
}

export interface Around {
  readonly indicators: readonly IndicatorNow[];
  readonly payment: PaymentProgress;
  readonly reviews: readonly ReviewRecord[];
}

export function toSummary(row: TargetRow, around: Around): TargetSummary {
  const { indicators, payment, reviews } = around;
  return {
    id: row.target_id,
    year: row.year,
    projectCode: row.project_code,
    projectName: row.project_name,
    state: row.state,
    isProposal: row.is_proposal,
    indicators: indicators.length,
    weights: sumPoints(indicators.map(({ weight }) => weight)),
    measured: indicators.filter(({ measure }) => measure !== MANUAL).length,
    payment,
    total: totalOf(indicators, payment),
    missing: indicators.filter(({ now }) => now.value === null).length,
    reviews: reviews.map(toReviewSummary),
    version: row.version,
  };
}
