import type { Clock } from '#kernel/clock/clock.ts';
import type { Day } from '#kernel/clock/day.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { yearOf } from '#modules/finance/contracts/contract.ts';

export interface Span {
  readonly from: Day;
  readonly until: Day;
}

/** The calendar year of today. */
export function thisYear(clock: Clock): number {
  return yearOf(localDay(clock.now()));
}

const yearText = (year: number) => String(year).padStart(4, '0');

/** The days of a year up to today; its first day when it has not begun. */
export function spanOfYear(clock: Clock, year: number): Span {
  const from = `${yearText(year)}-01-01`;
  const end = `${yearText(year)}-12-31`;
  const today = localDay(clock.now());
  const until = today < end ? today : end;
  return { from, until: until < from ? from : until };
}
