import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { DEFAULT_ZONE } from '#kernel/clock/local-day.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import { toOutCell, type OutCell, type OutOptions } from './cell-out.ts';
import type { RowSource, SheetColumn, SheetColumns, SheetRow } from './columns.ts';
import {
  columnLetters,
  contentTypes,
  PACKAGE_RELATIONS,
  sheetEnd,
  sheetStart,
  STYLE,
  STYLES,
  workbook,
  workbookRelations,
} from './xlsx-parts.ts';
import { escapeCell } from './xlsx-text.ts';
import { zipParts, type ZipPart } from './zip-stream.ts';

export interface SheetWriteOptions {
  /** Language of headings and choices. */
  readonly locale: Locale;
  /** Zone of wall-clock times; that of the centre. */
  readonly zone?: string;
}

export interface XlsxWriteOptions extends SheetWriteOptions {
  readonly sheetName?: string;
  /** Rows below the heading of one worksheet, at most 1,048,575; the rest goes onto further ones. */
  readonly rowsOnSheet?: number;
}

/** Lines of text around a table, each in a row of its own in the first column. */
export interface SheetLines {
  readonly above?: readonly string[];
  readonly below?: readonly string[];
}

const MAX_ROWS = 1_048_575;
/** A worksheet ends before its XML reaches the 4 GB that a plain zip entry can hold. */
const SHEET_BYTES = 4_000_000_000;
const CHUNK = 64 * 1024;

/**
 * Writes rows as an xlsx workbook into `sink` and closes it. Memory stays the same whatever the number of rows: a
 * row is asked for when the one before has left. Text is stored as text, so nothing in it can run as a formula.
 * Gives the number of rows. When `rows` or `sink` fails, the other is closed and the error thrown.
 */
export async function writeXlsx<Columns extends SheetColumns>(
  rows: RowSource<SheetRow<Columns>>,
  columns: Columns,
  sink: Writable,
  options: XlsxWriteOptions,
): Promise<{ rows: number }> {
  const count = { rows: 0 };
  await pipeline(streamXlsx(rows, columns, options, count), sink);
  return count;
}

/** The same workbook as pieces to send on, e.g. with `Readable.from`. */
export function streamXlsx<Columns extends SheetColumns>(
  rows: RowSource<SheetRow<Columns>>,
  columns: Columns,
  options: XlsxWriteOptions,
  count: { rows: number } = { rows: 0 },
): AsyncGenerator<Buffer> {
  return zipParts(workbookParts(rows, columns, options, count));
}

async function* workbookParts<Columns extends SheetColumns>(
  rows: RowSource<SheetRow<Columns>>,
  columns: Columns,
  options: XlsxWriteOptions,
  count: { rows: number },
): AsyncGenerator<ZipPart> {
  yield { name: '_rels/.rels', content: [PACKAGE_RELATIONS] };
  yield { name: 'xl/styles.xml', content: [STYLES] };
  const cursor = new RowCursor(rows);
  let sheets = 0;
  try {
    do {
      sheets += 1;
      const name = `xl/worksheets/sheet${sheets}.xml`;
      yield { name, content: sheetOf(cursor, columns, options) };
    } while (await cursor.hasNext());
  } finally {
    await cursor.close();
  }
  count.rows = cursor.taken;
  yield* closingParts(options.sheetName ?? (options.locale === 'en' ? 'Data' : '数据'), sheets);
}

/** The parts that name the sheets, which come after them. */
export function* closingParts(sheetName: string, sheetCount: number): Generator<ZipPart> {
  const name = sheetName.replaceAll(/[\\/?*[\]:']/g, ' ').slice(0, 31);
  yield { name: 'xl/workbook.xml', content: [workbook(name, sheetCount)] };
  yield { name: 'xl/_rels/workbook.xml.rels', content: [workbookRelations(sheetCount)] };
  yield { name: '[Content_Types].xml', content: [contentTypes(sheetCount)] };
}

/** The XML of one worksheet with all its rows. */
export function sheetContent<Columns extends SheetColumns>(
  rows: RowSource<SheetRow<Columns>>,
  columns: Columns,
  options: XlsxWriteOptions & SheetLines,
): AsyncGenerator<string> {
  return sheetOf(new RowCursor(rows), columns, options);
}

async function* sheetOf<Columns extends SheetColumns>(
  cursor: RowCursor<SheetRow<Columns>>,
  columns: Columns,
  options: XlsxWriteOptions & SheetLines,
): AsyncGenerator<string> {
  const { above = [], below = [] } = options;
  const out: OutOptions = { locale: options.locale, zone: options.zone ?? DEFAULT_ZONE };
  const letters = columns.map((_column, index) => columnLetters(index));
  let rowNumber = above.length + 1;
  let chunk = sheetStart(
    columns.map((column) => lookOf(column, options.locale)),
    rowNumber,
  );
  chunk += linesFrom(1, above);
  chunk += headingRow(columns, options.locale, letters, { at: rowNumber });
  const most = Math.min(options.rowsOnSheet ?? MAX_ROWS, MAX_ROWS);
  let bytes = 0;
  while (rowNumber <= most && bytes < SHEET_BYTES && (await cursor.hasNext())) {
    rowNumber += 1;
    chunk += dataRow(cursor.next(), columns, { rowNumber, letters, out });
    if (chunk.length < CHUNK) continue;
    yield chunk;
    // Three bytes to a character is the most: too high an estimate only ends a sheet early.
    bytes += chunk.length * 3;
    chunk = '';
  }
  yield chunk + linesFrom(rowNumber + 1, below) + sheetEnd();
}

const linesFrom = (first: number, lines: readonly string[]): string =>
  lines
    .map((text, index) => {
      const row = first + index;
      return `<row r="${row}">${textCell(`A${row}`, STYLE.plain, text)}</row>\n`;
    })
    .join('');

export function lookOf(column: SheetColumn, locale: Locale): { width: number; style: number } {
  const heading = column.heading[locale];
  const wide = Array.from(heading).filter((character) => character > '\u2e7f').length;
  const fallback = Math.max(WIDTHS[column.type], heading.length + wide + 3);
  return { width: Math.min(column.width ?? fallback, 100), style: STYLES_BY_TYPE[column.type] };
}

export function headingRow(
  columns: SheetColumns,
  locale: Locale,
  letters: readonly string[],
  { mark = () => '', at = 1 }: { mark?: (column: SheetColumn) => string; at?: number } = {},
): string {
  const cells = columns.map((column, index) => {
    const text = column.heading[locale] + mark(column);
    return textCell(`${letters[index]}${at}`, STYLE.heading, text);
  });
  return `<row r="${at}" ht="21" customHeight="1">${cells.join('')}</row>\n`;
}

export function textCell(reference: string, style: number, text: string): string {
  const escaped = escapeCell(text);
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
}

const WIDTHS: Readonly<Record<SheetColumn['type'], number>> = {
  text: 24,
  code: 22,
  number: 12,
  integer: 10,
  money: 16,
  date: 12,
  datetime: 20,
  choice: 12,
};

const STYLES_BY_TYPE: Readonly<Record<SheetColumn['type'], number>> = {
  text: STYLE.text,
  code: STYLE.text,
  number: STYLE.general,
  integer: STYLE.integer,
  money: STYLE.money,
  date: STYLE.date,
  datetime: STYLE.datetime,
  choice: STYLE.text,
};

function dataRow<Columns extends SheetColumns>(
  row: SheetRow<Columns>,
  columns: Columns,
  place: {
    readonly rowNumber: number;
    readonly letters: readonly string[];
    readonly out: OutOptions;
  },
): string {
  const values = row as Readonly<Record<string, Parameters<typeof toOutCell>[1]>>;
  let cells = '';
  for (const [index, column] of columns.entries()) {
    const cell = toOutCell(column, values[column.key], place.out);
    if (cell === undefined || cell.text === '') continue;
    cells += toCellXml(`${place.letters[index]}${place.rowNumber}`, cell);
  }
  return `<row r="${place.rowNumber}">${cells}</row>\n`;
}

function toCellXml(reference: string, cell: OutCell): string {
  if (cell.kind === 'text') return textCell(reference, STYLE.text, cell.text);
  return `<c r="${reference}" s="${STYLE[cell.format]}"><v>${cell.numeral}</v></c>`;
}

/** Rows one at a time with a look ahead, so that several sheets can share one source. */
class RowCursor<Row> {
  taken = 0;
  readonly #iterator: AsyncIterator<Row> | Iterator<Row>;
  #ahead: { readonly row: Row } | undefined;
  #isDone = false;

  constructor(rows: RowSource<Row>) {
    this.#iterator =
      Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  }

  async hasNext(): Promise<boolean> {
    if (this.#ahead !== undefined) return true;
    if (this.#isDone) return false;
    const step = await this.#iterator.next();
    if (step.done === true) this.#isDone = true;
    else this.#ahead = { row: step.value };
    return !this.#isDone;
  }

  next(): Row {
    const ahead = this.#ahead;
    if (ahead === undefined) throw new Error('Ask hasNext first');
    this.#ahead = undefined;
    this.taken += 1;
    return ahead.row;
  }

  /** Tells a source that was not read to its end that no more is wanted. */
  async close(): Promise<void> {
    if (!this.#isDone) await this.#iterator.return?.();
    this.#isDone = true;
  }
}
