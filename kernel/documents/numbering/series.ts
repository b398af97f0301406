import { type Day, isDay } from '../../clock/day.ts';

/** Numbers that follow each other: 1, 2, 3 … anew each year, or anew each day where `day` is given. */
export interface Series {
  readonly centreId: number;
  /** `module.what`, and what divides it further, e.g. `cases.acceptance-notice/310117000`. */
  readonly series: string;
  readonly year: number;
  /** Within `year`; the numbers then begin anew each day. */
  readonly day?: Day;
}

/** Where the series counts, as the tables hold it: `2026` or `2026-03-10`. Throws RangeError for what is no period. */
export function toPeriod({ series, year, day }: Series): string {
  if (series.trim() === '') throw new RangeError('A series has a name');
  if (!Number.isInteger(year) || year < 1000 || year > 9999) {
    throw new RangeError(`Not a year of four digits: ${year}`);
  }
  if (day === undefined) return String(year);
  if (!isDay(day) || !day.startsWith(`${year}-`)) {
    throw new RangeError(`Not a day of ${year}: ${day}`);
  }
  return day;
}
