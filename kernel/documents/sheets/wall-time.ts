import { toDay, toDayNumber, type Day } from '#kernel/clock/day.ts';
import { atLocalMinute, localDay, localMinuteOfDay } from '#kernel/clock/local-day.ts';

/** Reading of a wall clock. */
export interface WallTime {
  readonly day: Day;
  /** Seconds since midnight, with milliseconds as a fraction. */
  readonly seconds: number;
}

const DAY_SECONDS = 86_400;
/** Day number 0 is 1970-01-01; a spreadsheet counts from 1899-12-30. */
const SERIAL_OFFSET = 25_569;
/** Difference of the counting from 1904 that old programs on the Macintosh used. */
const OFFSET_1904 = 1462;
/** Before it spreadsheets count a 29 February 1900 that never was. */
const FIRST_SERIAL_DAY = '1900-03-01';

/** The reading of the zone's wall clock at an instant. Throws RangeError for an invalid Date or zone. */
export function toWallTime(instant: Date, zone: string): WallTime {
  const epoch = instant.getTime();
  const quarter = Math.floor(epoch / QUARTER_MS);
  if (quarter !== remembered.quarter || zone !== remembered.zone) {
    const start = new Date(quarter * QUARTER_MS);
    const day = localDay(start, zone);
    remembered = { zone, quarter, day, minute: localMinuteOfDay(start, zone) };
  }
  const within = (epoch - quarter * QUARTER_MS) / 1000;
  return { day: remembered.day, seconds: remembered.minute * 60 + within };
}

const QUARTER_MS = 900_000;
/** Offsets of zones are whole quarters of an hour, so one answer serves every instant of a quarter: exports of a million rows feel it. */
let remembered = { zone: '', quarter: Number.NaN, day: '', minute: 0 };

/** The instant of a wall-clock time; milliseconds are kept. */
export function fromWallTime(wall: WallTime, zone: string): Date {
  const minute = Math.floor(wall.seconds / 60);
  const start = atLocalMinute(wall.day, minute, zone).getTime();
  return new Date(start + Math.round((wall.seconds - minute * 60) * 1000));
}

/** `2026-03-05 09:30:00`; milliseconds only when there are any. */
export function formatWallTime(wall: WallTime): string {
  const whole = Math.floor(wall.seconds);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const millis = Math.round((wall.seconds - whole) * 1000);
  const fraction = millis === 0 ? '' : `.${String(millis).padStart(3, '0')}`;
  const clock = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map(pad);
  return `${wall.day} ${clock.join(':')}${fraction}`;
}

/** The serial number by which spreadsheets know a time, or undefined for a day that they count wrongly. */
export function toSerial(wall: WallTime): number | undefined {
  if (wall.day < FIRST_SERIAL_DAY) return undefined;
  if (wall.day !== numbered.day) {
    numbered = { day: wall.day, serial: toDayNumber(wall.day) + SERIAL_OFFSET };
  }
  return numbered.serial + wall.seconds / DAY_SECONDS;
}

/** The day asked for last: neighbouring rows often share it. */
let numbered = { day: '', serial: 0 };

/** The wall-clock time of a serial number, to the millisecond; undefined outside 1900-03-01 to 9999-12-31. */
export function fromSerial(serial: number, is1904: boolean): WallTime | undefined {
  const millis = Math.round((serial + (is1904 ? OFFSET_1904 : 0)) * DAY_SECONDS * 1000);
  const dayNumber = Math.floor(millis / (DAY_SECONDS * 1000));
  if (!(dayNumber >= 61 && dayNumber <= 2_958_465)) return undefined;
  const seconds = (millis - dayNumber * DAY_SECONDS * 1000) / 1000;
  return { day: toDay(dayNumber - SERIAL_OFFSET), seconds };
}
