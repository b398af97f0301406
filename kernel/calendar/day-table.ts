import { toDay, toDayNumber, weekdayOfNumber, type Day } from '../clock/day.ts';
import type { Words } from '../problems/contract.ts';
import { listDays, type CalendarYears } from './calendar-year.ts';

export type DayKind = 'workday' | 'make-up' | 'weekend' | 'holiday';

/** Working days counted once over the years that are known, so that each question is a look-up. Days are day numbers. */
export interface DayTable {
  isWorking(day: number): boolean;
  kindOf(day: number): DayKind;
  /** The holiday of a day off or make-up day. */
  findName(day: number): Words | undefined;
  /** How many working days there are up to and with this day, from an origin that never changes. */
  countUpTo(day: number): number;
  /** The day at which that count reaches `count`. */
  dayOfCount(count: number): number;
  /** Day numbers of days as text, from a table where there is one. Throws RangeError for a day that does not exist. */
  toNumber(day: Day): number;
  toText(day: number): Day;
  hasYear(year: number): boolean;
  /** Years of the days from `from` to `to` that are not among those given. */
  listMissingYears(from: number, to: number): readonly number[];
}

const NONE: readonly number[] = [];

interface Special {
  readonly kind: 'holiday' | 'make-up';
  readonly name: Words;
}

/** Builds the table. Outside the years given every Monday to Friday is a working day. */
export function createDayTable(years: CalendarYears): DayTable {
  const specials = collectSpecials(years);
  const [first, last] = spanOf(years, specials);
  const length = Math.max(0, last - first + 1);
  const counts = new Int32Array(length);
  const workingDays = new Int32Array(length);
  const texts = Array.from({ length }, (_, index) => toDay(first + index));
  const numbers = new Map(texts.map((text, index) => [text, first + index]));
  const before = countWeekdays(first - 1);
  let found = 0;
  for (let index = 0; index < length; index += 1) {
    if (isWorkingKind(kindOf(first + index))) workingDays[found++] = first + index;
    counts[index] = before + found;
  }
  // By how much the years given differ from weekends alone, for every day after them.
  const shift = length === 0 ? 0 : before + found - countWeekdays(last);
  const loaded = new Set(years.map(({ year }) => year));
  const known = findKnownSpan(loaded);

  function kindOf(day: number): DayKind {
    const special = specials.get(day);
    if (special !== undefined) return special.kind;
    const weekday = weekdayOfNumber(day);
    return weekday === 0 || weekday === 6 ? 'weekend' : 'workday';
  }

  function countUpTo(day: number): number {
    if (day < first || length === 0) return countWeekdays(day);
    return counts[day - first] ?? countWeekdays(day) + shift;
  }

  return {
    isWorking: (day) => countUpTo(day) > countUpTo(day - 1),
    kindOf,
    findName: (day) => specials.get(day)?.name,
    countUpTo,
    dayOfCount(count) {
      const index = count - before - 1;
      if (index < 0 || length === 0) return weekdayOfCount(count);
      return index < found ? (workingDays[index] ?? first) : weekdayOfCount(count - shift);
    },
    toNumber: (day) => numbers.get(day) ?? toDayNumber(day),
    toText: (day) => texts[day - first] ?? toDay(day),
    hasYear: (year) => loaded.has(year),
    listMissingYears: (from, to) =>
      from >= known.from && to <= known.to ? NONE : listMissing(loaded, toDay(from), toDay(to)),
  };
}

function isWorkingKind(kind: DayKind): boolean {
  return kind === 'workday' || kind === 'make-up';
}

function collectSpecials(years: CalendarYears): Map<number, Special> {
  const specials = new Map<number, Special>();
  for (const year of years) {
    for (const { name, from, to } of year.holidays) {
      for (const day of listDays(from, to))
        specials.set(toDayNumber(day), { kind: 'holiday', name });
    }
    for (const { name, day } of year.makeUpDays)
      specials.set(toDayNumber(day), { kind: 'make-up', name });
  }
  return specials;
}

function spanOf(years: CalendarYears, specials: ReadonlyMap<number, Special>): [number, number] {
  const edges = years.flatMap(({ year }) => [
    toDayNumber(`${year}-01-01`),
    toDayNumber(`${year}-12-31`),
  ]);
  const all = [...edges, ...specials.keys()];
  return all.length === 0 ? [0, -1] : [Math.min(...all), Math.max(...all)];
}

/** Mondays to Fridays up to and with a day, counted from Monday 1969-12-29. */
function countWeekdays(day: number): number {
  const sinceMonday = day + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5);
}

/** The reverse: the day that is the `count`-th Monday to Friday. */
function weekdayOfCount(count: number): number {
  const weeks = Math.floor((count - 1) / 5);
  return weeks * 7 + (count - 1 - weeks * 5) - 3;
}

/** The unbroken run of years from the first one, in which nothing is missing. */
function findKnownSpan(loaded: ReadonlySet<number>): { from: number; to: number } {
  if (loaded.size === 0) return { from: 0, to: -1 };
  const first = Math.min(...loaded);
  let last = first;
  while (loaded.has(last + 1)) last += 1;
  return { from: toDayNumber(`${first}-01-01`), to: toDayNumber(`${last}-12-31`) };
}

function listMissing(loaded: ReadonlySet<number>, from: Day, to: Day): readonly number[] {
  const missing: number[] = [];
  const last = Number(to.slice(0, 4));
  for (let year = Number(from.slice(0, 4)); year <= last; year += 1) {
    if (!loaded.has(year)) missing.push(year);
  }
  return missing;
}
