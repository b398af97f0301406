import type { AssessmentItem, ComplaintSettings } from '../../contract.ts';

/** A score that counts, of one target. */
export interface Counted {
  readonly targetId: string;
  readonly item: string;
  readonly points: number;
}

export interface MonthSum {
  readonly targetId: string;
  readonly total: number;
  readonly minus: number;
  readonly bonus: number;
  readonly count: number;
  readonly rank: number;
  readonly grade: 'pass' | 'nearly' | 'fail';
}

type Rules = Pick<ComplaintSettings, 'base' | 'bonusMost' | 'passFrom' | 'nearlyFrom' | 'items'>;

/** The points of one item in a month, not beyond its cap. */
export function capItem(points: readonly number[], cap: number): number {
  const sum = points.reduce((one, other) => one + other, 0);
  return Math.max(-cap, Math.min(cap, sum));
}

/** 月度得分 = base + Σ, at least 0; bonuses up to their limit. Equal totals share a rank. */
export function sumMonth(scores: readonly Counted[], rules: Rules): MonthSum[] {
  const targets = [...new Set(scores.map(({ targetId }) => targetId))];
  const sums = targets.map((targetId) =>
    sumOne(
      targetId,
      scores.filter((score) => score.targetId === targetId),
      rules,
    ),
  );
  return sums
    .map((one) => ({ ...one, rank: 1 + sums.filter(({ total }) => total > one.total).length }))
    .toSorted((one, other) => one.rank - other.rank || one.targetId.localeCompare(other.targetId));
}

function sumOne(targetId: string, own: readonly Counted[], rules: Rules): Omit<MonthSum, 'rank'> {
  const caps = new Map(rules.items.map(({ code, cap }) => [code, cap]));
  const perItem = [...new Set(own.map(({ item }) => item))].map((item) =>
    capItem(
      own.filter((score) => score.item === item).map(({ points }) => points),
      caps.get(item) ?? Number.POSITIVE_INFINITY,
    ),
  );
  const minus = perItem.filter((points) => points < 0).reduce((sum, points) => sum + points, 0);
  const bonus = Math.min(
    rules.bonusMost,
    perItem.filter((points) => points > 0).reduce((sum, points) => sum + points, 0),
  );
  const total = Math.max(0, rules.base + minus + bonus);
  return { targetId, total, minus, bonus, count: own.length, grade: gradeOf(total, rules) };
}

/** ≥80 合格, 60–80 基本合格, below 不合格; the borders are settings. */
export const gradeOf = (
  total: number,
  { passFrom, nearlyFrom }: Pick<Rules, 'passFrom' | 'nearlyFrom'>,
): MonthSum['grade'] => {
  if (total >= passFrom) return 'pass';
  return total >= nearlyFrom ? 'nearly' : 'fail';
};

/** Of two items for one fact the heavier counts. */
export const isHeavier = (
  one: Pick<AssessmentItem, 'points'>,
  other: { readonly points: number },
): boolean => Math.abs(one.points) > Math.abs(other.points);
