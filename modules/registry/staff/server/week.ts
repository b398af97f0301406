import { addDays, type Day, weekdayOf } from '#kernel/clock/day.ts';

/** The Monday of the week that a day is in. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** The seven days from a Monday on. */
export function daysFrom(monday: Day, count = 7): Day[] {
  return Array.from({ length: count }, (_, index) => addDays(monday, index));
}
