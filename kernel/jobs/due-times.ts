import { Cron } from 'croner';

import type { Schedule } from './contract.ts';

/** The schedule as one text; another text means another schedule. */
export function specOf(schedule: Schedule, zone: string): string {
  return 'cron' in schedule ? `cron ${schedule.cron} ${zone}` : `every ${schedule.everySeconds}`;
}

/**
 * The first due time after an instant. Throws when the cron line is not five fields or names a time that
 * never comes, and when the interval is not a positive number of seconds.
 */
export function nextDueTime(schedule: Schedule, zone: string, after: Date): Date {
  if ('everySeconds' in schedule) return toMultiple(schedule.everySeconds, after, 1);
  const next = toCron(schedule.cron, zone).nextRun(after);
  if (next === null) throw new RangeError(`The schedule "${schedule.cron}" never comes due`);
  return next;
}

/** The last due time that is not after an instant; undefined when there was none. */
export function lastDueTime(schedule: Schedule, zone: string, at: Date): Date | undefined {
  if ('everySeconds' in schedule) return toMultiple(schedule.everySeconds, at, 0);
  // Croner looks strictly before, in full seconds; a second more includes `at` itself.
  const [last] = toCron(schedule.cron, zone).previousRuns(1, new Date(at.getTime() + 1000));
  return last;
}

function toCron(line: string, zone: string): Cron {
  return new Cron(line, { timezone: zone, mode: '5-part', paused: true });
}

function toMultiple(everySeconds: number, at: Date, more: 0 | 1): Date {
  if (!(everySeconds > 0)) throw new RangeError(`Not an interval: ${everySeconds} s`);
  const interval = everySeconds * 1000;
  return new Date((Math.floor(at.getTime() / interval) + more) * interval);
}
