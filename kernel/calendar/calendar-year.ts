import { addDays, daysBetween, isDay, weekdayOf, type Day } from '../clock/day.ts';
import type { Words } from '../problems/contract.ts';

/** A run of days off, both ends included. */
export interface Holiday {
  readonly name: Words;
  readonly from: Day;
  readonly to: Day;
}

/** A Saturday or Sunday that is worked in exchange for a day off (调休上班). */
export interface MakeUpDay {
  readonly day: Day;
  /** The holiday it makes up for. */
  readonly name: Words;
}

/** One year's notice of the State Council on days off. A notice may also name days at the edge of the year before. */
export interface CalendarYear {
  readonly year: number;
  readonly notice: {
    readonly title: string;
    /** 文号 */
    readonly number: string;
    readonly issuedOn: Day;
  };
  readonly holidays: readonly Holiday[];
  readonly makeUpDays: readonly MakeUpDay[];
}

/** All notices that are known, in any order. A year without one counts by weekends only. */
export type CalendarYears = readonly CalendarYear[];

export type CalendarYearFault =
  | 'not-a-day'
  | 'ends-before-start'
  | 'too-long'
  | 'outside-year'
  | 'make-up-on-weekday'
  | 'make-up-on-holiday'
  | 'named-twice';

/** What is wrong with one entry of a year that somebody typed in. */
export interface CalendarYearIssue {
  readonly day: string;
  readonly fault: CalendarYearFault;
  readonly message: Words;
}

const LONGEST_HOLIDAY = 15;

const MESSAGES: Readonly<Record<CalendarYearFault, Words>> = {
  'not-a-day': { 'zh-CN': '日期不存在。', en: 'There is no such day.' },
  'ends-before-start': {
    'zh-CN': '放假结束日早于开始日。',
    en: 'The holiday ends before it begins.',
  },
  'too-long': { 'zh-CN': '一次放假不应超过15天。', en: 'A holiday is not longer than 15 days.' },
  'outside-year': {
    'zh-CN': '日期不属于本年度，也不在上年12月下旬。',
    en: 'The day is neither in this year nor in late December of the year before.',
  },
  'make-up-on-weekday': {
    'zh-CN': '调休上班日应为周六或周日。',
    en: 'A make-up working day is a Saturday or Sunday.',
  },
  'make-up-on-holiday': {
    'zh-CN': '同一天既放假又上班。',
    en: 'The same day is both a holiday and a working day.',
  },
  'named-twice': { 'zh-CN': '日期重复。', en: 'The day is named twice.' },
};

/** Everything that is wrong with a year; nothing when it can be used. Never throws. */
export function checkCalendarYear(year: CalendarYear): CalendarYearIssue[] {
  const issues: CalendarYearIssue[] = [];
  const report = (day: string, fault: CalendarYearFault) =>
    issues.push({ day, fault, message: MESSAGES[fault] });
  const off = new Set<Day>();
  for (const { from, to } of year.holidays) {
    const fault = findHolidayFault(from, to);
    if (fault !== undefined) report(from, fault);
    else for (const day of listDays(from, to)) noteOnce(off, day, year.year, report);
  }
  const worked = new Set<Day>();
  for (const { day } of year.makeUpDays) {
    if (!isDay(day)) {
      report(day, 'not-a-day');
      continue;
    }
    noteOnce(worked, day, year.year, report);
    if (off.has(day)) report(day, 'make-up-on-holiday');
    if (weekdayOf(day) > 0 && weekdayOf(day) < 6) report(day, 'make-up-on-weekday');
  }
  return issues;
}

/** Every day from the first to the last, both included. */
export function listDays(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) =>
    addDays(from, index),
  );
}

function findHolidayFault(from: Day, to: Day): CalendarYearFault | undefined {
  if (!isDay(from) || !isDay(to)) return 'not-a-day';
  if (to < from) return 'ends-before-start';
  return daysBetween(from, to) >= LONGEST_HOLIDAY ? 'too-long' : undefined;
}

function noteOnce(
  seen: Set<Day>,
  day: Day,
  year: number,
  report: (day: string, fault: CalendarYearFault) => void,
): void {
  if (seen.has(day)) report(day, 'named-twice');
  seen.add(day);
  const isInside =
    day.startsWith(`${year}-`) || (day.startsWith(`${year - 1}-12-`) && day >= `${year - 1}-12-21`);
  if (!isInside) report(day, 'outside-year');
}
