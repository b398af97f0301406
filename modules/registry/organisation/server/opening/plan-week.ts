import { addDays, type Day } from '#kernel/clock/day.ts';

import type { HoursSpan } from './to-opening-hours.ts';

export interface WeekStretch {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
  readonly onClosedDays: boolean;
}

export interface WeekPlan<Row> {
  /** Rows that stay as they are: the past, and changes recorded for later. */
  readonly kept: readonly Row[];
  /** Rows that held before the new week and now end the day before it. */
  readonly ended: readonly Row[];
  /** Rows that would have begun on the same day: the new week is in their place. */
  readonly replaced: readonly Row[];
  /** What the new week adds; each weekday lasts until a later change of it that is already recorded. */
  readonly added: readonly HoursSpan[];
}

/**
 * How a week that holds from `validFrom` on changes the hours of a place. Nothing that held before that
 * day changes, so the history stays true.
 */
export function planWeek<Row extends HoursSpan>(
  recorded: readonly Row[],
  validFrom: Day,
  stretches: readonly WeekStretch[],
): WeekPlan<Row> {
  const before = addDays(validFrom, -1);
  const holds = (row: Row) => row.valid_to === null || row.valid_to >= validFrom;
  const ends = (row: Row) => row.valid_from < validFrom && holds(row);
  const kept = recorded.filter((row) => !ends(row) && row.valid_from !== validFrom);
  const ended = recorded.filter(ends).map((row) => ({ ...row, valid_to: before }));
  const replaced = recorded.filter((row) => row.valid_from === validFrom);
  const added = stretches.map((stretch) => ({
    weekday: stretch.weekday,
    opens: stretch.opens,
    closes: stretch.closes,
    on_closed_days: stretch.onClosedDays,
    valid_from: validFrom,
    valid_to: lastDayOf(recorded, stretch.weekday, validFrom),
  }));
  return { kept, ended, replaced, added };
}

function lastDayOf(recorded: readonly HoursSpan[], weekday: number, from: Day): Day | null {
  const later = recorded
    .filter((row) => row.weekday === weekday && row.valid_from > from)
    .map((row) => row.valid_from)
    .toSorted();
  return later[0] === undefined ? null : addDays(later[0], -1);
}
