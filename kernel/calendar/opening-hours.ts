import { addDays, isDay, weekdayOf, type Day, type Weekday } from '../clock/day.ts';
import {
  atLocalMinute,
  DEFAULT_ZONE,
  isZone,
  localDay,
  localMinuteOfDay,
} from '../clock/local-day.ts';
import type { Words } from '../problems/contract.ts';

/** One stretch of opening, `09:00` to `11:30`; the end is no longer open. `24:00` is midnight. */
export interface OpeningInterval {
  readonly from: string;
  readonly to: string;
}

/** Ordinary hours by weekday (0 Sunday to 6 Saturday), from a day on. A weekday without intervals is closed. */
export interface WeeklyHours {
  readonly validFrom: Day;
  /** The last day; open-ended without it. Where two overlap, the one that began later counts. */
  readonly validTo?: Day;
  readonly hours: Readonly<Partial<Record<Weekday, readonly OpeningInterval[]>>>;
}

/** Days on which the ordinary hours do not hold, both ends included. Without intervals the place is closed. */
export interface SpecialHours {
  readonly from: Day;
  readonly to: Day;
  readonly intervals: readonly OpeningInterval[];
  readonly reason: Words;
}

/** When a place receives people. Another calendar than the legal one: a hall may open on Saturdays that no limit counts. */
export interface OpeningHours {
  readonly zone?: string;
  readonly weekly: readonly WeeklyHours[];
  /** Where several name a day, the last one counts. */
  readonly special: readonly SpecialHours[];
}

/** The hours of one day and why they are so. */
export interface DayHours {
  readonly day: Day;
  readonly intervals: readonly OpeningInterval[];
  /** The reason of special hours; undefined on ordinary days. */
  readonly reason: Words | undefined;
}

export interface OpeningCalendar {
  hoursOn(day: Day): DayHours;
  isOpenAt(instant: Date): boolean;
  /** The first instant from `instant` on at which the place is open: itself when it is open. Undefined when not within 400 days. */
  nextOpening(instant: Date): Date | undefined;
  /** When the present or next opening ends; openings that touch at midnight are one. Undefined when not within 400 days. */
  nextClosing(instant: Date): Date | undefined;
  /** Whole minutes of opening between two instants; 0 when `to` is not later. */
  openMinutesBetween(from: Date, to: Date): number;
}

export type OpeningFault = 'zone' | 'time' | 'order' | 'overlap' | 'day' | 'range';

/** Hours that cannot be used. */
export class OpeningHoursError extends Error {
  override readonly name = 'OpeningHoursError';
  readonly fault: OpeningFault;
  readonly sentence: Words;

  constructor(fault: OpeningFault) {
    super(SENTENCES[fault].en);
    this.fault = fault;
    this.sentence = SENTENCES[fault];
  }
}

interface MinuteSpan {
  readonly from: number;
  readonly to: number;
}

const SENTENCES: Readonly<Record<OpeningFault, Words>> = {
  zone: { 'zh-CN': '时区名称无法识别。', en: 'The time zone is not known.' },
  time: {
    'zh-CN': '时间应为00:00至24:00，例如09:00。',
    en: 'A time is written 00:00 to 24:00, for example 09:00.',
  },
  order: {
    'zh-CN': '开放时段的结束时间应晚于开始时间。',
    en: 'An opening ends later than it begins.',
  },
  overlap: {
    'zh-CN': '开放时段应按先后排列，且不能重叠。',
    en: 'Openings of a day are in order and do not overlap.',
  },
  day: { 'zh-CN': '日期不存在。', en: 'There is no such day.' },
  range: { 'zh-CN': '结束日期早于开始日期。', en: 'The last day is before the first.' },
};

const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;
const HORIZON_DAYS = 400;
const MINUTE_MS = 60_000;
const CLOSED: readonly OpeningInterval[] = [];

/** Builds the calendar. Throws OpeningHoursError when the hours contradict themselves. */
export function createOpeningCalendar(hours: OpeningHours): OpeningCalendar {
  const zone = hours.zone ?? DEFAULT_ZONE;
  checkOpeningHours(hours);
  const weekly = hours.weekly.toSorted((left, right) =>
    left.validFrom < right.validFrom ? 1 : -1,
  );

  const hoursOn = (day: Day): DayHours => {
    const special = hours.special.findLast(({ from, to }) => day >= from && day <= to);
    if (special !== undefined) return { day, intervals: special.intervals, reason: special.reason };
    const week = weekly.find(
      ({ validFrom, validTo }) => day >= validFrom && (validTo === undefined || day <= validTo),
    );
    return { day, intervals: week?.hours[weekdayOf(day)] ?? CLOSED, reason: undefined };
  };

  const spansOn = (day: Day) =>
    hoursOn(day).intervals.map(({ from, to }) => ({
      from: atLocalMinute(day, toMinute(from), zone),
      to: atLocalMinute(day, toMinute(to), zone),
    }));

  const findSpan = (instant: Date): { from: Date; to: Date } | undefined => {
    let day = localDay(instant, zone);
    for (let step = 0; step <= HORIZON_DAYS; step += 1, day = addDays(day, 1)) {
      const span = spansOn(day).find(({ to }) => to > instant);
      if (span !== undefined) return span;
    }
    return undefined;
  };

  return {
    hoursOn,
    isOpenAt(instant) {
      const minute = localMinuteOfDay(instant, zone);
      const { intervals } = hoursOn(localDay(instant, zone));
      return intervals.some(({ from, to }) => minute >= toMinute(from) && minute < toMinute(to));
    },
    nextOpening(instant) {
      const span = findSpan(instant);
      if (span === undefined) return undefined;
      return span.from > instant ? span.from : new Date(instant);
    },
    nextClosing(instant) {
      let span = findSpan(instant);
      for (let step = 0; span !== undefined && step <= HORIZON_DAYS; step += 1) {
        const following = findSpan(span.to);
        if (following === undefined || following.from > span.to) return span.to;
        span = following;
      }
      return undefined;
    },
    openMinutesBetween(from, to) {
      if (to <= from) return 0;
      let open = 0;
      const last = localDay(to, zone);
      for (let day = localDay(from, zone); day <= last; day = addDays(day, 1)) {
        for (const span of spansOn(day)) {
          open += Math.max(
            0,
            Math.min(span.to.getTime(), to.getTime()) -
              Math.max(span.from.getTime(), from.getTime()),
          );
        }
      }
      return Math.floor(open / MINUTE_MS);
    },
  };
}

/** Throws OpeningHoursError naming the first thing that is wrong. */
export function checkOpeningHours(hours: OpeningHours): void {
  if (!isZone(hours.zone ?? DEFAULT_ZONE)) throw new OpeningHoursError('zone');
  for (const { validFrom, validTo, hours: days } of hours.weekly) {
    checkRange(validFrom, validTo ?? validFrom);
    for (const intervals of Object.values(days)) checkIntervals(intervals);
  }
  for (const { from, to, intervals } of hours.special) {
    checkRange(from, to);
    checkIntervals(intervals);
  }
}

function checkRange(from: Day, to: Day): void {
  if (!isDay(from) || !isDay(to)) throw new OpeningHoursError('day');
  if (to < from) throw new OpeningHoursError('range');
}

function checkIntervals(intervals: readonly OpeningInterval[]): void {
  let before: MinuteSpan | undefined;
  for (const interval of intervals) {
    if (!TIME.test(interval.from) || !TIME.test(interval.to)) throw new OpeningHoursError('time');
    const span = { from: toMinute(interval.from), to: toMinute(interval.to) };
    if (span.to <= span.from) throw new OpeningHoursError('order');
    if (before !== undefined && span.from < before.to) throw new OpeningHoursError('overlap');
    before = span;
  }
}

function toMinute(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
