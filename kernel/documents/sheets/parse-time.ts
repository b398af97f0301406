import { existsDay, type Day } from '#kernel/clock/day.ts';
import type { Words } from '#kernel/problems/contract.ts';

import { trimCell } from './cell-text.ts';
import type { RawCell } from './raw-rows.ts';
import { cellReasons } from './sheet-problems.ts';
import { fromSerial, fromWallTime, type WallTime } from './wall-time.ts';

type Parsed<Value> = { readonly value: Value } | { readonly reason: Words };

const DAY = String.raw`(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))`;
const CLOCK = String.raw`(\d{1,2})(?:[:时](\d{1,2})(?:[:分](\d{1,2})(?:[.,](\d{1,3}))?秒?)?分?)`;
const DAY_ONLY = new RegExp(`^${DAY}$`);
const DAY_AND_CLOCK = new RegExp(`^${DAY}(?:[ T]*${CLOCK})?$`);
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;
/** Nobody writes a time in more characters. */
const LIMIT = 40;

/** A calendar day: 2026-01-31, 2026/1/31, 2026.1.31, 2026年1月31日, 20260131, or a date cell of a workbook. */
export function parseDay(cell: RawCell): Parsed<Day> {
  const bad = { reason: cellReasons.date };
  if (cell.kind === 'date' || cell.kind === 'date1904') {
    const wall = fromSerial(Number(cell.text), cell.kind === 'date1904');
    return wall === undefined || wall.seconds !== 0 ? bad : { value: wall.day };
  }
  const match = DAY_ONLY.exec(withoutMidnight(toPlain(cell)));
  if (match === null) return bad;
  const day = toDayText(match);
  return day === undefined ? { reason: cellReasons.noSuchDay } : { value: day };
}

/** An instant: a day and a clock reading of the zone, or an ISO 8601 text with its own offset. */
export function parseInstant(cell: RawCell, zone: string): Parsed<Date> {
  const bad = { reason: cellReasons.datetime };
  if (cell.kind === 'date' || cell.kind === 'date1904') {
    const wall = fromSerial(Number(cell.text), cell.kind === 'date1904');
    return wall === undefined ? bad : { value: fromWallTime(wall, zone) };
  }
  const text = toPlain(cell);
  if (WITH_OFFSET.test(text)) {
    const instant = new Date(text);
    return Number.isNaN(instant.getTime()) ? bad : { value: instant };
  }
  const match = DAY_AND_CLOCK.exec(text);
  if (match === null) return bad;
  const day = toDayText(match);
  if (day === undefined) return { reason: cellReasons.noSuchDay };
  const wall = toClock(day, match.slice(8));
  return wall === undefined ? bad : { value: fromWallTime(wall, zone) };
}

function toPlain(cell: RawCell): string {
  const text = trimCell(cell.text).normalize('NFKC').replaceAll(/\s+/g, ' ');
  return text.length > LIMIT ? '' : text;
}

/** Programs write a day without a time as midnight. */
function withoutMidnight(text: string): string {
  return text.replace(/[ T]0{1,2}:00(?::00(?:\.0+)?)?$/, '');
}

function toDayText(match: ReadonlyArray<string | undefined>): Day | undefined {
  const [, year, month1, date1, month2, date2, month3, date3] = match;
  const numbers = [year, month1 ?? month2 ?? month3, date1 ?? date2 ?? date3].map(Number);
  const [y = 0, m = 0, d = 0] = numbers;
  if (!existsDay(y, m, d)) return undefined;
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

function toClock(day: Day, parts: ReadonlyArray<string | undefined>): WallTime | undefined {
  const [hour = '0', minute = '0', second = '0', fraction = '0'] = parts;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const millis = Number(fraction.padEnd(3, '0'));
  return {
    day,
    seconds: Number(hour) * 3600 + Number(minute) * 60 + Number(second) + millis / 1000,
  };
}
