import { addDays, type Day } from '#kernel/clock/day.ts';

import type { BookingState, CapacityBy, SettingsBody } from '../contract.ts';

/** A stretch of a day, in minutes from midnight of the place. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const MINUTE_MS = 60_000;

export const toMinute = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** `540` is `09:00`. */
export const toTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The slots of a day: each as long as the others, within one opening, and none that would run past closing. */
export function cutSlots(
  intervals: ReadonlyArray<{ readonly from: string; readonly to: string }>,
  slotMinutes: number,
): Stretch[] {
  return intervals.flatMap((interval) => {
    const [opens, closes] = [toMinute(interval.from), toMinute(interval.to)];
    const count = Math.max(0, Math.floor((closes - opens) / slotMinutes));
    return Array.from({ length: count }, (_, at) => ({
      from: opens + at * slotMinutes,
      to: opens + (at + 1) * slotMinutes,
    }));
  });
}

export interface CapacityRule {
  readonly by: CapacityBy;
  readonly places: number;
  readonly walkInPercent: number;
}

/** Places that can be booked of a slot: by rule, less what is kept for those who come without an appointment. */
export function placesByRule(rule: CapacityRule, staffedWindows: number): number {
  const all = rule.by === 'fixed' ? rule.places : rule.places * staffedWindows;
  return Math.floor((all * (100 - rule.walkInPercent)) / 100);
}

/** The days that can be booked: the first so many on which the place opens at all, today included. */
export function daysAhead(
  today: Day,
  openDays: number,
  isOpenOn: (day: Day) => boolean,
  horizonDays = 92,
): Day[] {
  const days: Day[] = [];
  let open = 0;
  for (let step = 0; step < horizonDays && open < openDays; step += 1) {
    const day = addDays(today, step);
    days.push(day);
    if (isOpenOn(day)) open += 1;
  }
  return days;
}

const minutesUntil = (instant: Date, now: Date): number =>
  (instant.getTime() - now.getTime()) / MINUTE_MS;

export const mayStillBook = (
  startsAt: Date,
  now: Date,
  { closesMinutesBefore }: Pick<SettingsBody, 'closesMinutesBefore'>,
): boolean => minutesUntil(startsAt, now) >= closesMinutesBefore;

export const mayStillChange = (
  startsAt: Date,
  now: Date,
  { changesMinutesBefore }: Pick<SettingsBody, 'changesMinutesBefore'>,
): boolean => minutesUntil(startsAt, now) >= changesMinutesBefore;

/** From when to when somebody may check in. */
export function checkInSpan(
  startsAt: Date,
  { earlyMinutes, lateMinutes }: Pick<SettingsBody, 'earlyMinutes' | 'lateMinutes'>,
): { readonly from: Date; readonly until: Date } {
  return {
    from: new Date(startsAt.getTime() - earlyMinutes * MINUTE_MS),
    until: new Date(startsAt.getTime() + lateMinutes * MINUTE_MS),
  };
}

export type CheckInDecision = 'allowed' | 'already' | 'state' | 'other-day' | 'early' | 'over';

/** Whether somebody who stands here may check in now. */
export function mayCheckIn(
  booking: { readonly state: BookingState; readonly day: Day; readonly startsAt: Date },
  settings: SettingsBody,
  now: Date,
  today: Day,
): CheckInDecision {
  if (booking.state === 'arrived') return 'already';
  if (booking.day !== today) return booking.state === 'booked' ? 'other-day' : 'state';
  if (booking.state === 'cancelled') return 'state';
  const { from, until } = checkInSpan(booking.startsAt, settings);
  if (now < from) return 'early';
  return booking.state === 'missed' || now > until ? 'over' : 'allowed';
}

/**
 * The day from which somebody may book again, when they missed as many within the days that count as closes booking.
 * Counted from the last one missed; undefined when they may book.
 */
export function bannedUntil(
  missedDays: readonly Day[],
  today: Day,
  { missedLimit, missedWithinDays, banDays }: SettingsBody,
): Day | undefined {
  if (missedLimit === 0) return undefined;
  const ordered = missedDays.toSorted();
  const last = ordered.at(-1);
  if (last === undefined) return undefined;
  const since = addDays(last, -missedWithinDays);
  if (ordered.filter((day) => day > since).length < missedLimit) return undefined;
  const until = addDays(last, banDays);
  return until > today ? until : undefined;
}
