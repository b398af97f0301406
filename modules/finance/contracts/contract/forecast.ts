import { addDays, type Day, daysBetween } from '#kernel/clock/day.ts';

import { toCount } from './counts.ts';

/** So many units on a day. */
export interface Counted {
  readonly day: Day;
  readonly quantity: number;
}

export interface Forecast {
  /** Units a day by the last ninety days, in thousandths. */
  readonly paceMilli: bigint;
  /** The first day on which the money no longer covers what is counted; null when nothing is being used. */
  readonly exhaustedOn: Day | null;
}

const WINDOW_DAYS = 90;

/** When what is left runs out at the pace of the last ninety days (or since the first day, when that is later). */
export function forecastExhaustion(
  counts: readonly Counted[],
  leftUnits: bigint,
  onDay: Day,
): Forecast {
  const past = counts.filter((one) => one.day <= onDay);
  const first = past.reduce((least, one) => (one.day < least ? one.day : least), onDay);
  const windowStart = addDays(onDay, 1 - WINDOW_DAYS);
  const from = first > windowStart ? first : windowStart;
  const days = BigInt(daysBetween(from, onDay) + 1);
  const used = past
    .filter((one) => one.day >= from)
    .reduce((sum, one) => sum + BigInt(one.quantity), 0n);
  if (used === 0n) return { paceMilli: 0n, exhaustedOn: null };
  const paceMilli = (used * 1000n) / days;
  if (leftUnits <= 0n) return { paceMilli, exhaustedOn: onDay };
  // Rounded up: the day on which the last unit is used is still covered.
  const lasts = (leftUnits * days) / used;
  const capped = lasts > 36_500n ? 36_500n : lasts;
  return { paceMilli, exhaustedOn: addDays(onDay, toCount(capped) + 1) };
}
