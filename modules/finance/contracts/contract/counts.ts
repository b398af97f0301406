import type { Day } from '#kernel/clock/day.ts';

/** The year of a day. */
export function yearOf(day: Day): number {
  return Number.parseInt(day.slice(0, 4), 10);
}

/** Units as a plain number: days and pieces, never an amount. */
export function toCount(units: bigint): number {
  return Number.parseInt(units.toString(), 10);
}
