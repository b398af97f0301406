import { fillWords, type Words } from '#kernel/problems/contract.ts';

import { toPlainCode, toPlainDigits, trimCell } from './cell-text.ts';
import { foldHeading, type SheetColumn, type SheetValue } from './columns.ts';
import { parseDay, parseInstant } from './parse-time.ts';
import type { RawCell } from './raw-rows.ts';
import { cellReasons } from './sheet-problems.ts';
import { formatWallTime, fromSerial } from './wall-time.ts';

/** A value, or what is wrong with the cell in both languages. */
export type ParsedCell = { readonly value: SheetValue } | { readonly reason: Words };

const DEFAULT_MAX_LENGTH = 2000;
const DECIMAL = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const CENTS = /^-?\d+(?:\.\d{1,2})?$/;
const EXPONENT = /^[+-]?\d+(?:\.\d+)?[eE][+-]?\d{1,3}$/;
/** Longest numeral that is looked at; no honest number is longer. */
const NUMERAL_LIMIT = 40;

/** Reads a filled cell as its column's type. */
export function parseCell(cell: RawCell, column: SheetColumn, zone: string): ParsedCell {
  if (cell.kind === 'error') return { reason: cellReasons.formulaError };
  if (cell.kind === 'no-result') return { reason: cellReasons.noResult };
  switch (column.type) {
    case 'text':
      return checked(parseText(cell, column.maxLength ?? DEFAULT_MAX_LENGTH), column.check);
    case 'code':
      return checked(parseCode(cell, column.maxLength ?? DEFAULT_MAX_LENGTH), column.check);
    case 'number':
    case 'integer':
      return checked(parseNumber(cell, column), column.check);
    case 'money':
      return checked(parseMoney(cell), column.check);
    case 'date':
      return checked(parseDay(cell), column.check);
    case 'datetime':
      return checked(parseInstant(cell, zone), column.check);
    case 'choice':
      return checked(parseChoice(cell, column), column.check);
  }
}

type Parsed<Value> = { readonly value: Value } | { readonly reason: Words };

function checked<Value extends SheetValue>(
  parsed: Parsed<Value>,
  check: ((value: Value) => Words | undefined) | undefined,
): ParsedCell {
  if ('reason' in parsed) return parsed;
  const reason = check?.(parsed.value);
  return reason === undefined ? parsed : { reason };
}

function parseText(cell: RawCell, limit: number): Parsed<string> {
  const text = toPlainDigits(trimCell(shownText(cell)));
  return text.length > limit ? tooLong(limit) : { value: text };
}

/** What a person sees in a cell that a workbook stores as a number. */
function shownText(cell: RawCell): string {
  if (cell.kind === 'date' || cell.kind === 'date1904') {
    const wall = fromSerial(Number(cell.text), cell.kind === 'date1904');
    if (wall === undefined) return cell.text;
    return wall.seconds === 0 ? wall.day : formatWallTime(wall);
  }
  const value = Number(cell.text);
  return cell.kind === 'number' && Number.isFinite(value) ? String(value) : cell.text;
}

function parseCode(cell: RawCell, limit: number): Parsed<string> {
  if (cell.kind === 'date' || cell.kind === 'date1904') return { reason: cellReasons.codeAsDate };
  if (cell.kind === 'number') {
    const digits = cell.text.replace(/\.0+$/, '');
    if (/[eE]/.test(digits) || digits.replaceAll(/\D/g, '').length > 15) {
      return { reason: cellReasons.mangledCode };
    }
    if (!/^\d+$/.test(digits)) return { reason: cellReasons.fractionalCode };
    return { value: digits };
  }
  const code = toPlainCode(trimCell(cell.text));
  return code.length > limit ? tooLong(limit) : { value: code };
}

function tooLong(limit: number): { reason: Words } {
  return { reason: fill(cellReasons.tooLong, { limit }) };
}

function parseNumber(
  cell: RawCell,
  column: Extract<SheetColumn, { type: 'number' | 'integer' }>,
): Parsed<number> {
  const isWhole = column.type === 'integer';
  const bad = { reason: isWhole ? cellReasons.integer : cellReasons.number };
  const numeral = toNumeral(cell);
  const isNumeral = DECIMAL.test(numeral) || (cell.kind === 'number' && EXPONENT.test(numeral));
  const value = Number(numeral.replaceAll(',', ''));
  if (!isNumeral || !Number.isFinite(value)) return bad;
  if (isWhole && !Number.isSafeInteger(value)) return bad;
  const { min, max } = column;
  if (min !== undefined && value < min)
    return { reason: fill(cellReasons.tooSmall, { limit: min }) };
  if (max !== undefined && value > max) return { reason: fill(cellReasons.tooBig, { limit: max }) };
  return { value };
}

/** Yuan with at most two decimals, exactly. */
function parseMoney(cell: RawCell): Parsed<bigint> {
  const bad = { reason: cellReasons.money };
  const plain = toNumeral(cell)
    .replace(/^([+-]?)[¥￥]/, '$1')
    .replace(/元$/, '');
  const numeral = cell.kind === 'number' && !CENTS.test(plain) ? withoutNoise(plain) : plain;
  if (!DECIMAL.test(numeral)) return bad;
  const [whole = '', decimals = ''] = numeral.replaceAll(',', '').split('.');
  const cents = decimals.replace(/0+$/, '');
  if (cents.length > 2) return bad;
  const fen = BigInt(whole.replace(/^[+-]/, '') + cents.padEnd(2, '0'));
  return { value: whole.startsWith('-') ? -fen : fen };
}

/** A sum in a workbook is a binary fraction such as 0.30000000000000004: the amount that is meant, if one is near. */
function withoutNoise(numeral: string): string {
  const value = Number(numeral);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e13) return '';
  const near = Math.round(value * 100) / 100;
  const tolerance = Math.max(1e-9, Math.abs(value) * 1e-14);
  return Math.abs(value - near) <= tolerance ? near.toFixed(2) : '';
}

function toNumeral(cell: RawCell): string {
  if (cell.kind === 'date' || cell.kind === 'date1904') return '';
  const plain = toPlainCode(trimCell(cell.text)).replaceAll('−', '-');
  return plain.length > NUMERAL_LIMIT ? '' : plain;
}

function parseChoice(
  cell: RawCell,
  column: Extract<SheetColumn, { type: 'choice' }>,
): Parsed<string> {
  const wanted = foldHeading(cell.text);
  const choice = column.choices.find((one) =>
    [one.value, one.label['zh-CN'], one.label.en].some((name) => foldHeading(name) === wanted),
  );
  if (choice !== undefined) return { value: choice.value };
  const names = (locale: keyof Words): string =>
    column.choices.map((one) => one.label[locale]).join(locale === 'en' ? ', ' : '、');
  const { choice: words } = cellReasons;
  return {
    reason: {
      'zh-CN': fillWords(words, 'zh-CN', { choices: names('zh-CN') }),
      en: fillWords(words, 'en', { choices: names('en') }),
    },
  };
}

function fill(words: Words, values: Readonly<Record<string, string | number>>): Words {
  return { 'zh-CN': fillWords(words, 'zh-CN', values), en: fillWords(words, 'en', values) };
}
