/** A calendar day without time or zone, `YYYY-MM-DD`, years 0001 to 9999. Sorts as text. */
export type Day = string;

/** 0 Sunday to 6 Saturday, as in `Date`. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const DAY_MS = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether the text is a day that exists: `2026-02-29` is not. */
export function isDay(text: string): boolean {
  const match = PATTERN.exec(text);
  if (match === null) return false;
  return existsDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Whether year, month (1–12) and day name a day of the Gregorian calendar, years 1 to 9999. */
export function existsDay(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false;
  return (
    year >= 1 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/** Days of a month (1–12) with leap years. Throws RangeError for another month. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  const length = MONTH_LENGTHS[month - 1];
  if (length === undefined) throw new RangeError(`Not a month: ${month}`);
  return length;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days since 1970-01-01, negative before. Throws RangeError when `day` does not exist. */
export function toDayNumber(day: Day): number {
  if (!isDay(day)) throw new RangeError(`Not a calendar day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The day that is `dayNumber` days after 1970-01-01. Throws RangeError outside years 0001 to 9999. */
export function toDay(dayNumber: number): Day {
  const date = new Date(dayNumber * DAY_MS);
  const year = date.getUTCFullYear();
  if (!Number.isInteger(dayNumber) || !(year >= 1 && year <= 9999)) {
    throw new RangeError(`Not a day number of years 0001 to 9999: ${dayNumber}`);
  }
  return date.toISOString().slice(0, 10);
}

/** Moves a day by whole days, either way. Throws RangeError when `day` does not exist or `days` is not whole. */
export function addDays(day: Day, days: number): Day {
  return toDay(toDayNumber(day) + days);
}

/** Whole days from one day to the other, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toDayNumber(to) - toDayNumber(from);
}

export function weekdayOf(day: Day): Weekday {
  return weekdayOfNumber(toDayNumber(day));
}

/** The weekday of a day number; 1970-01-01 was a Thursday. */
export function weekdayOfNumber(dayNumber: number): Weekday {
  return ((((dayNumber + 4) % 7) + 7) % 7) as Weekday;
}
