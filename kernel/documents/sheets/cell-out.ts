import type { Locale } from '#kernel/problems/contract.ts';

import type { SheetColumn, SheetValue } from './columns.ts';
import { formatWallTime, toSerial, toWallTime } from './wall-time.ts';

/** A value on its way into a sheet. `number` is a decimal numeral; `format` says how a program should show it. */
export type OutCell =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'number';
      readonly numeral: string;
      readonly text: string;
      readonly format: NumberFormat;
    };

export type NumberFormat = 'general' | 'integer' | 'money' | 'date' | 'datetime';

export interface OutOptions {
  readonly locale: Locale;
  readonly zone: string;
}

/** Beyond fifteen digits spreadsheets change the last ones; such a number is written as text. */
const EXACT_DIGITS = 15;

/** Turns a value of a row into what a cell shows. Throws TypeError when it is not of the column's type. */
export function toOutCell(
  column: SheetColumn,
  value: SheetValue | null | undefined,
  options: OutOptions,
): OutCell | undefined {
  if (value === null || value === undefined) return undefined;
  switch (column.type) {
    case 'text':
    case 'code':
      return { kind: 'text', text: expectType(column, value, 'string') };
    case 'choice':
      return { kind: 'text', text: toChoiceLabel(column, value, options.locale) };
    case 'number':
    case 'integer':
      return toNumberCell(column, expectType(column, value, 'number'));
    case 'money':
      return toNumeral(formatYuan(expectType(column, value, 'bigint')), 'money');
    case 'date':
      return toDateCell(expectType(column, value, 'string'));
    case 'datetime':
      if (!(value instanceof Date)) throw new TypeError(`Column ${column.key} needs a Date`);
      return toInstantCell(value, options.zone);
  }
}

/** Fen as yuan with two decimals, exact at any size: -5 is -0.05. */
export function formatYuan(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

interface TypeOf {
  string: string;
  number: number;
  bigint: bigint;
}

function expectType<Name extends keyof TypeOf>(
  column: SheetColumn,
  value: SheetValue,
  name: Name,
): TypeOf[Name] {
  if (typeof value !== name) throw new TypeError(`Column ${column.key} needs a ${name}`);
  return value as TypeOf[Name];
}

function toChoiceLabel(
  column: Extract<SheetColumn, { type: 'choice' }>,
  value: SheetValue,
  locale: Locale,
): string {
  const choice = column.choices.find((one) => one.value === value);
  return choice === undefined ? expectType(column, value, 'string') : choice.label[locale];
}

function toNumberCell(column: SheetColumn, value: number): OutCell {
  if (!Number.isFinite(value)) throw new TypeError(`Column ${column.key} needs a finite number`);
  if (column.type === 'integer' && !Number.isSafeInteger(value)) {
    throw new TypeError(`Column ${column.key} needs a whole number`);
  }
  return toNumeral(String(value), column.type === 'integer' ? 'integer' : 'general');
}

function toNumeral(numeral: string, format: NumberFormat): OutCell {
  const isShort = numeral.length <= EXACT_DIGITS || format === 'general';
  const isExact = isShort || numeral.replaceAll(/\D/g, '').length <= EXACT_DIGITS;
  return isExact
    ? { kind: 'number', numeral, text: numeral, format }
    : { kind: 'text', text: numeral };
}

function toDateCell(day: string): OutCell {
  const serial = toSerial({ day, seconds: 0 });
  return serial === undefined
    ? { kind: 'text', text: day }
    : { kind: 'number', numeral: String(serial), text: day, format: 'date' };
}

function toInstantCell(instant: Date, zone: string): OutCell {
  const wall = toWallTime(instant, zone);
  const text = formatWallTime(wall);
  const serial = toSerial(wall);
  return serial === undefined
    ? { kind: 'text', text }
    : { kind: 'number', numeral: String(serial), text, format: 'datetime' };
}
