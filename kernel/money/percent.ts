import type { Fen } from './fen.ts';

/** A percentage in hundredths of a percent: 30 % is 3000n. */
export type BasisPoints = bigint;

/** The whole, 100 %. */
export const WHOLE: BasisPoints = 10_000n;

const PERCENT_TEXT = /^(\d{1,9})(?:\.(\d{1,2}))?%?$/;

/**
 * Parts of a whole by percentages that add up to exactly 100 %, by largest remainder: the parts always sum to `total`, each is
 * less than one fen from its exact share, and equal remainders go to the earlier part. Throws RangeError when the percentages
 * are negative or do not add up.
 */
export function splitByPercent(total: Fen, percents: readonly BasisPoints[]): Fen[] {
  const sum = percents.reduce((left, right) => left + right, 0n);
  if (sum !== WHOLE)
    throw new RangeError(`Percentages add up to ${formatPercent(sum)}, not 100.00%`);
  return splitByWeight(total, percents);
}

/** Parts of a whole in proportion to weights, by largest remainder. Throws RangeError when a weight is negative or all are zero. */
export function splitByWeight(total: Fen, weights: readonly bigint[]): Fen[] {
  const sum = weights.reduce((left, right) => left + right, 0n);
  if (sum <= 0n || weights.some((weight) => weight < 0n))
    throw new RangeError('Weights are not negative and not all zero');
  const magnitude = total < 0n ? -total : total;
  const shares = weights.map((weight, index) => ({
    index,
    floor: (magnitude * weight) / sum,
    remainder: (magnitude * weight) % sum,
  }));
  const missing = magnitude - shares.reduce((left, share) => left + share.floor, 0n);
  const ranked = shares.toSorted(
    (left, right) => compare(right.remainder, left.remainder) || left.index - right.index,
  );
  const raised = new Set(
    ranked.filter((_, rank) => BigInt(rank) < missing).map((share) => share.index),
  );
  return shares.map(({ index, floor }) => {
    const part = floor + (raised.has(index) ? 1n : 0n);
    return total < 0n ? -part : part;
  });
}

/** A percentage of an amount, rounded half up (四舍五入, by magnitude) to the fen. */
export function takePercent(amount: Fen, percent: BasisPoints): Fen {
  return divideHalfUp(amount * percent, WHOLE);
}

/** What percentage `part` is of `whole`, rounded half up (by magnitude) at 0.01 %; undefined of nothing. */
export function findRatio(part: bigint, whole: bigint): BasisPoints | undefined {
  return whole === 0n ? undefined : divideHalfUp(part * WHOLE, whole);
}

/** Reads `30`, `30%` or `33.33%`; undefined for anything else. */
export function parsePercent(text: string): BasisPoints | undefined {
  const match = PERCENT_TEXT.exec(text.trim());
  if (match === null) return undefined;
  return BigInt(`${match[1] ?? ''}${(match[2] ?? '').padEnd(2, '0')}`);
}

/** Two decimals and the sign, `33.33%`. */
export function formatPercent(percent: BasisPoints): string {
  const digits = (percent < 0n ? -percent : percent).toString().padStart(3, '0');
  return `${percent < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}%`;
}

/** A quotient rounded half up by magnitude: 0.5 becomes 1 and −0.5 becomes −1. Throws RangeError when divided by zero. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const [top, bottom] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const rounded = (2n * top + bottom) / (2n * bottom);
  return negative ? -rounded : rounded;
}

function compare(left: bigint, right: bigint): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
