import type { Day } from '../clock/day.ts';
import type { DayTable } from './day-table.ts';

/** Days that do not count, both ends included: a stop of the clock by law. */
export interface ExcludedDays {
  readonly from: Day;
  readonly to: Day;
  /** Comes back in the proof. */
  readonly reason?: string;
}

/** Excluded days as a union: days named by several intervals are excluded once. */
export interface Exclusion {
  /** Working days that are excluded, after `start` up to and with `end`. */
  countWorking(start: number, end: number): number;
  /** All days that are excluded, after `start` up to and with `end`. */
  countAll(start: number, end: number): number;
  findReasons(day: number): readonly string[] | undefined;
}

/** Throws RangeError when an interval ends before it begins. */
export function createExclusion(table: DayTable, excluded: readonly ExcludedDays[]): Exclusion {
  const intervals = excluded.map(({ from, to, reason }) => ({
    from: table.toNumber(from),
    to: table.toNumber(to),
    reason,
  }));
  const wrong = intervals.find(({ from, to }) => to < from);
  if (wrong !== undefined)
    throw new RangeError(`Excluded days end before they begin: ${table.toText(wrong.from)}`);
  const union = unite(intervals);
  const sumOver = (
    start: number,
    end: number,
    measure: (after: number, to: number) => number,
  ): number => {
    let sum = 0;
    for (const { from, to } of union) {
      const after = Math.max(from - 1, start);
      const until = Math.min(to, end);
      if (until > after) sum += measure(after, until);
    }
    return sum;
  };
  return {
    countWorking: (start, end) =>
      sumOver(start, end, (after, to) => table.countUpTo(to) - table.countUpTo(after)),
    countAll: (start, end) => sumOver(start, end, (after, to) => to - after),
    findReasons(day) {
      const holding = intervals.filter(({ from, to }) => day >= from && day <= to);
      return holding.length === 0
        ? undefined
        : holding.flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
    },
  };
}

function unite(
  intervals: ReadonlyArray<{ from: number; to: number }>,
): Array<{ from: number; to: number }> {
  const union: Array<{ from: number; to: number }> = [];
  for (const { from, to } of intervals.toSorted((left, right) => left.from - right.from)) {
    const last = union.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else union.push({ from, to });
  }
  return union;
}
