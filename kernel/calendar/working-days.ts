import { daysInMonth, type Day } from '../clock/day.ts';
import type { Words } from '../problems/contract.ts';
import type { CalendarYears } from './calendar-year.ts';
import { createDayTable, type DayKind, type DayTable } from './day-table.ts';
import { createExclusion, type ExcludedDays, type Exclusion } from './excluded.ts';

/** One day of the proof. */
export interface DayStep {
  readonly day: Day;
  /** What the day is by the notices, or `excluded` when a stop covers it. */
  readonly kind: DayKind | 'excluded';
  /** Which counted day it is, 1 for the first; undefined when it does not count. */
  readonly ordinal: number | undefined;
  /** The holiday, on days off and make-up days. */
  readonly name: Words | undefined;
  /** Why the clock stood still. */
  readonly reasons: readonly string[];
  /** Whether no notice is known for the day's year. */
  readonly provisional: boolean;
}

/** When something falls due, and how far that can be relied on. */
export interface DueDate {
  /** The last day; the limit has passed at its end (23:59:59 local time). */
  readonly dueOn: Day;
  /** Whether a year without a notice was counted by weekends only, so that the day may still move. */
  readonly provisional: boolean;
  readonly missingYears: readonly number[];
  /** The proof, when asked for: every day after the start up to the due day. */
  readonly steps?: readonly DayStep[];
}

export interface AddOptions {
  /** Days that do not count; overlapping ones are excluded once. */
  readonly excluded?: readonly ExcludedDays[];
  /** Whether to give the proof. */
  readonly explain?: boolean;
}

export interface AddNaturalOptions extends AddOptions {
  /**
   * What happens when the last day is no working day: it stays, or the next working day takes its place (民法典 art. 203).
   * Laws differ, so it is always said.
   */
  readonly onDayOff: 'stays' | 'next-working-day';
}

/**
 * Legal days by the notices of the State Council. The day of the event is never counted; due is the last counted day.
 * Pure: built from data, knows neither the time nor the hall's opening hours.
 */
export interface WorkingCalendar {
  isWorkingDay(day: Day): boolean;
  describeDay(day: Day): Pick<DayStep, 'day' | 'kind' | 'name' | 'provisional'>;
  /** The day itself when it is a working day, otherwise the next one. */
  nextWorkingDay(day: Day): Day;
  /**
   * The `count`-th working day after `start`; `start` itself for 0, and for a negative count that many working days before
   * (there without exclusions). Throws RangeError when a day does not exist, `count` is not whole or beyond 10,000.
   */
  addWorkingDays(start: Day, count: number, options?: AddOptions): DueDate;
  /** The `count`-th natural day (自然日) after `start`. Throws RangeError as above, and for a negative count. */
  addNaturalDays(start: Day, count: number, options: AddNaturalOptions): DueDate;
  /**
   * The same day of the month `count` months later, or the month's last day where there is none (民法典 art. 202); excluded days
   * are added as natural days. Throws RangeError as above, and for a negative count.
   */
  addMonths(start: Day, count: number, options: AddNaturalOptions): DueDate;
  /** Working days after `from` up to and with `to`; negative when `to` is earlier. */
  countWorkingDays(from: Day, to: Day): number;
  /** Years between two days for which no notice is known. */
  findMissingYears(from: Day, to: Day): readonly number[];
}

const MAX_COUNT = 10_000;
const NONE: readonly number[] = [];

/** Builds the calendar once from all known notices; each question afterwards takes tens of nanoseconds. */
export function createWorkingCalendar(years: CalendarYears): WorkingCalendar {
  const table = createDayTable(years);
  return {
    isWorkingDay: (day) => table.isWorking(table.toNumber(day)),
    describeDay: (day) => describe(table, table.toNumber(day)),
    nextWorkingDay: (day) => table.toText(toWorkingDay(table, table.toNumber(day))),
    addWorkingDays: (start, count, options) => addWorkingDays(table, start, count, options),
    addNaturalDays(start, count, options) {
      requireCount(count, 0);
      const first = table.toNumber(start);
      return addNatural(table, first, first + count, options);
    },
    addMonths(start, count, options) {
      requireCount(count, 0);
      const first = table.toNumber(start);
      return addNatural(table, first, table.toNumber(shiftMonths(start, count)), options);
    },
    countWorkingDays: (from, to) =>
      table.countUpTo(table.toNumber(to)) - table.countUpTo(table.toNumber(from)),
    findMissingYears(from, to) {
      const [left, right] = [table.toNumber(from), table.toNumber(to)];
      return table.listMissingYears(Math.min(left, right), Math.max(left, right));
    },
  };
}

function addWorkingDays(table: DayTable, start: Day, count: number, options?: AddOptions): DueDate {
  requireCount(count, -MAX_COUNT);
  const first = table.toNumber(start);
  if (count === 0) return toDueDate(table, first, undefined);
  if (count < 0) {
    const before = table.dayOfCount(table.countUpTo(first - 1) + count + 1);
    return toDueDate(table, before, [before, first]);
  }
  const origin = table.countUpTo(first) + count;
  let due = table.dayOfCount(origin);
  if (options === undefined) return toDueDate(table, due, [first + 1, due]);
  const exclusion = createExclusion(table, options.excluded ?? []);
  // Each round adds what the stops took away; the later day may reach into further stops.
  for (let previous = first; due !== previous;) {
    previous = due;
    due = table.dayOfCount(origin + exclusion.countWorking(first, due));
  }
  const result = toDueDate(table, due, [first + 1, due]);
  if (options.explain !== true) return result;
  return {
    ...result,
    steps: listSteps(table, [first + 1, due], exclusion, (day) => table.isWorking(day)),
  };
}

function addNatural(
  table: DayTable,
  first: number,
  target: number,
  options: AddNaturalOptions,
): DueDate {
  const exclusion = createExclusion(table, options.excluded ?? []);
  let last = target;
  for (let previous = first - 1; last !== previous;) {
    previous = last;
    last = target + exclusion.countAll(first, last);
  }
  const rolls = options.onDayOff === 'next-working-day';
  const due = rolls ? toWorkingDay(table, last) : last;
  const result = toDueDate(table, due, rolls ? [last, due] : undefined);
  if (options.explain !== true) return result;
  return { ...result, steps: listSteps(table, [first + 1, due], exclusion, (day) => day <= last) };
}

/** `reliesOn` are the days of which it mattered whether they are worked. */
function toDueDate(
  table: DayTable,
  due: number,
  reliesOn: readonly [number, number] | undefined,
): DueDate {
  const missingYears =
    reliesOn === undefined ? NONE : table.listMissingYears(reliesOn[0], reliesOn[1]);
  return { dueOn: table.toText(due), provisional: missingYears.length > 0, missingYears };
}

function listSteps(
  table: DayTable,
  [first, last]: readonly [number, number],
  exclusion: Exclusion,
  isCounted: (day: number) => boolean,
): DayStep[] {
  const steps: DayStep[] = [];
  let ordinal = 0;
  for (let day = first; day <= last; day += 1) {
    const reasons = exclusion.findReasons(day);
    const counts = reasons === undefined && isCounted(day);
    if (counts) ordinal += 1;
    const described = describe(table, day);
    steps.push({
      ...described,
      kind: reasons === undefined ? described.kind : 'excluded',
      ordinal: counts ? ordinal : undefined,
      reasons: reasons ?? [],
    });
  }
  return steps;
}

function describe(
  table: DayTable,
  day: number,
): Pick<DayStep, 'day' | 'kind' | 'name' | 'provisional'> {
  const text = table.toText(day);
  return {
    day: text,
    kind: table.kindOf(day),
    name: table.findName(day),
    provisional: !table.hasYear(yearOf(text)),
  };
}

function toWorkingDay(table: DayTable, day: number): number {
  return table.isWorking(day) ? day : table.dayOfCount(table.countUpTo(day) + 1);
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

function shiftMonths(day: Day, count: number): Day {
  const months = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const dayOfMonth = Math.min(Number(day.slice(8)), daysInMonth(year, month));
  return [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(dayOfMonth).padStart(2, '0'),
  ].join('-');
}

function requireCount(count: number, least: number): void {
  if (!Number.isInteger(count) || count < least || count > MAX_COUNT) {
    throw new RangeError(`Not a number of days from ${least} to ${MAX_COUNT}: ${count}`);
  }
}
