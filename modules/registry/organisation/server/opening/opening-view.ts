import type { OpeningCalendar } from '#kernel/calendar/opening-hours.ts';
import { addDays, type Day } from '#kernel/clock/day.ts';

import type { OpeningDay, OpeningState } from '../../contract.ts';
import { isoWeekday } from './to-opening-hours.ts';

/** Whether it is open at an instant, until when, and when it opens next. */
export function toState(calendar: OpeningCalendar, at: Date): OpeningState {
  const isOpen = calendar.isOpenAt(at);
  const closes = calendar.nextClosing(at);
  const opens = isOpen ? closes && calendar.nextOpening(closes) : calendar.nextOpening(at);
  return {
    isOpen,
    until: isOpen ? (closes?.toISOString() ?? null) : null,
    nextOpening: opens?.toISOString() ?? null,
  };
}

export function toDay(calendar: OpeningCalendar, day: Day): OpeningDay {
  const { intervals, reason } = calendar.hoursOn(day);
  return { day, weekday: isoWeekday(day), intervals: [...intervals], reason: reason ?? null };
}

/** So many days from a day on. */
export function toDays(calendar: OpeningCalendar, from: Day, count: number): OpeningDay[] {
  return Array.from({ length: count }, (_, index) => toDay(calendar, addDays(from, index)));
}

/** The Monday of the week that a day is in. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - isoWeekday(day));
}

/** Open the whole day on each of these days. */
export function isAroundTheClock(days: readonly OpeningDay[]): boolean {
  return days.every(({ intervals: [first, ...more] }) => {
    return more.length === 0 && first?.from === '00:00' && first.to === '24:00';
  });
}
