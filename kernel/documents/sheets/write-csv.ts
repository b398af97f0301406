import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import iconv from 'iconv-lite';

import { DEFAULT_ZONE } from '#kernel/clock/local-day.ts';

import { toOutCell, type OutOptions } from './cell-out.ts';
import { guardFormula } from './cell-text.ts';
import type { RowSource, SheetColumn, SheetColumns, SheetRow } from './columns.ts';
import type { SheetWriteOptions } from './write-xlsx.ts';

export interface CsvWriteOptions extends SheetWriteOptions {
  /** `utf-8` begins with a byte order mark, by which spreadsheet programs know it; `gb18030` for older ones. */
  readonly encoding?: 'utf-8' | 'gb18030';
}

const BOM = '\ufeff';
const CHUNK = 64 * 1024;
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/**
 * Writes rows as comma-separated values (RFC 4180) into `sink` and closes it, in constant memory. Text that a
 * spreadsheet program would run as a formula is disarmed by an apostrophe. Gives the number of rows.
 */
export async function writeCsv<Columns extends SheetColumns>(
  rows: RowSource<SheetRow<Columns>>,
  columns: Columns,
  sink: Writable,
  options: CsvWriteOptions,
): Promise<{ rows: number }> {
  const count = { rows: 0 };
  await pipeline(streamCsv(rows, columns, options, count), sink);
  return count;
}

/** The same file as pieces to send on. */
export async function* streamCsv<Columns extends SheetColumns>(
  rows: RowSource<SheetRow<Columns>>,
  columns: Columns,
  options: CsvWriteOptions,
  count: { rows: number } = { rows: 0 },
): AsyncGenerator<Buffer> {
  const out: OutOptions = { locale: options.locale, zone: options.zone ?? DEFAULT_ZONE };
  const isUtf8 = options.encoding !== 'gb18030';
  const encode = (text: string): Buffer =>
    isUtf8 ? Buffer.from(text, 'utf8') : iconv.encode(text, 'gb18030');
  const headings = columns.map((column) => quote(column.heading[options.locale]));
  let chunk = `${isUtf8 ? BOM : ''}${headings.join(',')}\r\n`;
  for await (const row of rows) {
    chunk += toCsvLine(row, columns, out);
    count.rows += 1;
    if (chunk.length < CHUNK) continue;
    yield encode(chunk);
    chunk = '';
  }
  yield encode(chunk);
}

function toCsvLine<Columns extends SheetColumns>(
  row: SheetRow<Columns>,
  columns: Columns,
  out: OutOptions,
): string {
  const values = row as Readonly<Record<string, Parameters<typeof toOutCell>[1]>>;
  const cells = columns.map((column) => toCsvCell(column, values[column.key], out));
  return `${cells.join(',')}\r\n`;
}

function toCsvCell(
  column: SheetColumn,
  value: Parameters<typeof toOutCell>[1],
  out: OutOptions,
): string {
  const cell = toOutCell(column, value, out);
  if (cell === undefined) return '';
  return isTyped(column) ? cell.text : quote(guardFormula(cell.text));
}

/** Numbers, amounts and times are never text that could be run; a minus sign is theirs. */
function isTyped(column: SheetColumn): boolean {
  return column.type !== 'text' && column.type !== 'code' && column.type !== 'choice';
}

function quote(text: string): string {
  const plain = text.replaceAll('\0', '').toWellFormed();
  return NEEDS_QUOTES.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
