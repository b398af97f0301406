import { divide, readDecimal, toHundredths, toHundredthsText } from './decimal.ts';
import type { Indicator } from './indicator.ts';
import type { Sign } from './levels.ts';

/** Points that 预算执行率 takes of the hundred. */
export const EXECUTION_WEIGHT = '10';
/** What is left for indicators. */
export const INDICATOR_WEIGHTS = '90';

/** Above this part of its target a value was planned too low, and the deviation is explained (财预〔2020〕10号). */
const FAR_ABOVE_PERCENT = 130n;

export interface Scored {
  /** Points with two decimals; null while there is no value. */
  readonly score: string | null;
  /** Part of the target that was reached, percent with two decimals; null while there is no value or nothing to divide by. */
  readonly attained: string | null;
  /** Whether the deviation has to be explained: short of the target, or far beyond it. */
  readonly mustExplain: boolean;
}

type ToScore = Pick<Indicator, 'sign' | 'target' | 'weight'>;

/**
 * Points of one indicator. A target that is reached takes all of its weight, one that is missed the part that was
 * reached; a qualitative one takes the percentage that it was judged at (100–80 reached, 80–60 mostly, below 60 not).
 * Neither nought nor less than nothing is ever taken beyond the weight (财预〔2020〕10号).
 */
export function scoreIndicator({ sign, target, weight }: ToScore, value: string | null): Scored {
  const reached = value === null ? undefined : readDecimal(value);
  const points = toHundredths(weight);
  if (reached === undefined) return { score: null, attained: null, mustExplain: true };
  if (sign === 'qualitative') return scorePart(points, reached, 1_000_000n);
  const wanted = readDecimal(target);
  if (wanted === undefined) return { score: null, attained: null, mustExplain: true };
  if (isReached(sign, reached, wanted)) {
    const attained = wanted === 0n ? null : toHundredthsText(divide(reached * 10_000n, wanted));
    const isFar = sign === 'at-least' && wanted > 0n && reached * 100n > wanted * FAR_ABOVE_PERCENT;
    return { score: toHundredthsText(points), attained, mustExplain: isFar };
  }
  return scoreMissed(points, sign, reached, wanted);
}

function scoreMissed(points: bigint, sign: Sign, reached: bigint, wanted: bigint): Scored {
  if (sign === 'at-least') return scorePart(points, reached, wanted);
  const isAbove = reached > wanted;
  return isAbove ? scorePart(points, wanted, reached) : scorePart(points, reached, wanted);
}

/** Whether a value reaches its target; both in ten-thousandths. */
function isReached(sign: Sign, value: bigint, target: bigint): boolean {
  switch (sign) {
    case 'at-least':
      return value >= target;
    case 'at-most':
      return value <= target;
    case 'equal':
      return value === target;
    case 'qualitative':
      return false;
  }
}

function scorePart(points: bigint, part: bigint, whole: bigint): Scored {
  const bounded = part < whole ? part : whole;
  return {
    score: toHundredthsText(divide(points * bounded, whole)),
    attained: toHundredthsText(divide(bounded * 10_000n, whole)),
    mustExplain: bounded < whole,
  };
}

/** Points of 预算执行率: ten times the part paid of the limit, at most ten. Null when there is no limit to hold it against. */
export function scoreExecution(paidFen: bigint, limitFen: bigint): string | null {
  if (limitFen <= 0n) return null;
  const paid = paidFen < 0n ? 0n : paidFen;
  const part = paid < limitFen ? paid : limitFen;
  return toHundredthsText(divide(toHundredths(EXECUTION_WEIGHT) * part, limitFen));
}

/** The sum of points; what has no value yet takes none. */
export function sumPoints(points: ReadonlyArray<string | null>): string {
  return toHundredthsText(points.reduce((sum, one) => sum + toHundredths(one ?? '0'), 0n));
}

/** 优 from 90, 良 from 80, 中 from 60, 差 below. */
export type ScoreGrade = 'excellent' | 'good' | 'fair' | 'poor';

export function gradeOf(points: string): ScoreGrade {
  const hundredths = toHundredths(points);
  if (hundredths >= 9000n) return 'excellent';
  if (hundredths >= 8000n) return 'good';
  return hundredths >= 6000n ? 'fair' : 'poor';
}
