import { DEFAULT_ZONE } from '#kernel/clock/local-day.ts';
import type { Words } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { trimCell } from './cell-text.ts';
import type { ReadRow, SheetColumn, SheetColumns, SheetValue } from './columns.ts';
import {
  decodeText,
  readCsvRows,
  SEPARATORS,
  type Separator,
  type TextEncoding,
} from './csv-rows.ts';
import { countHeadings, findHeadings, HEADING_SEARCH_ROWS, type HeadingMap } from './headings.ts';
import { parseCell } from './parse-cell.ts';
import { DEFAULT_LIMITS, type RawCell, type RawRow, type SheetLimits } from './raw-rows.ts';
import { NOTE_MARK } from './sheet-notes.ts';
import { cellReasons, sheetProblems } from './sheet-problems.ts';
import { columnLetters } from './xlsx-parts.ts';
import { openXlsx } from './xlsx-rows.ts';

export interface SheetReadOptions<Columns extends SheetColumns> {
  readonly columns: Columns;
  /** Zone of wall-clock times; that of the centre. */
  readonly zone?: string;
  /** Which sheet of a workbook; the first visible one when absent. */
  readonly sheetName?: string;
  readonly limits?: Partial<SheetLimits>;
  /** Bad cells that are kept by name; all are counted. 5,000 when absent. */
  readonly problems?: number;
}

/** One cell that cannot be taken over. */
export interface SheetProblem {
  /** As the spreadsheet program numbers it. */
  readonly row: number;
  /** Key of the column. */
  readonly column: string;
  readonly heading: Words;
  /** Place in the sheet, e.g. C12. */
  readonly cell: string;
  /** What stands there, at most 200 characters. */
  readonly value: string;
  readonly reason: Words;
}

export interface SheetReading<Columns extends SheetColumns> {
  readonly format: 'xlsx' | 'csv';
  readonly encoding?: TextEncoding;
  readonly headingRow: number;
  /** Rows of which every cell is good. */
  readonly rows: ReadonlyArray<{ readonly row: number; readonly values: ReadRow<Columns> }>;
  /** Rows that are not empty, good or not. */
  readonly rowCount: number;
  readonly problems: readonly SheetProblem[];
  readonly problemCount: number;
  readonly unknownHeadings: HeadingMap['unknown'];
  /** Visible sheets of the workbook that were not read: say so, they may hold the rest. */
  readonly otherSheets: readonly string[];
}

const VALUE_LIMIT = 200;
const PROBLEM_LIMIT = 5000;
/** Characters in which the headings are looked for to tell the separator. */
const SNIFF_LENGTH = 100_000;

/**
 * Reads an xlsx or CSV file against declared columns. Every bad cell is named and none stops the reading. Headings
 * may be in either language or the field's key, in any order, below a title. Throws ProblemError only when the file
 * as a whole cannot be taken: not a sheet, too large, damaged, headings missing.
 */
export async function readSheet<Columns extends SheetColumns>(
  input: Uint8Array | AsyncIterable<Uint8Array>,
  options: SheetReadOptions<Columns>,
): Promise<SheetReading<Columns>> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const bytes = await gatherBytes(input, limits.bytes);
  const source = await openSource(bytes, options, limits);
  const reading = new Reading(options, limits);
  for await (const row of source.rows) reading.take(row);
  return {
    format: source.format,
    ...(source.encoding === undefined ? {} : { encoding: source.encoding }),
    otherSheets: source.otherSheets,
    ...reading.finish(),
  };
}

interface Source {
  readonly format: 'xlsx' | 'csv';
  readonly encoding?: TextEncoding;
  readonly otherSheets: readonly string[];
  readonly rows: AsyncIterable<RawRow>;
}

async function gatherBytes(
  input: Uint8Array | AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Buffer> {
  const tooLarge = (): ProblemError =>
    new ProblemError(sheetProblems.tooLarge, { what: 'MB', limit: limit / 1_000_000 });
  if (input instanceof Uint8Array) {
    if (input.length > limit) throw tooLarge();
    return Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of input) {
    size += piece.length;
    if (size > limit) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function openSource(
  bytes: Buffer,
  options: SheetReadOptions<SheetColumns>,
  limits: SheetLimits,
): Promise<Source> {
  if (bytes.length === 0) throw new ProblemError(sheetProblems.notASheet);
  const signature = bytes.subarray(0, 4).toString('hex');
  if (signature === '504b0304') {
    return { format: 'xlsx', ...(await openXlsx(bytes, limits, options.sheetName)) };
  }
  if (signature === 'd0cf11e0') throw new ProblemError(sheetProblems.oldFormat);
  if (isBinary(bytes)) throw new ProblemError(sheetProblems.notASheet);
  const { text, encoding } = decodeText(bytes);
  const separator = await findSeparator(text, options.columns, limits);
  return { format: 'csv', encoding, otherSheets: [], rows: readCsvRows(text, separator, limits) };
}

/** Text has no zero bytes, unless it says by its byte order mark that it is UTF-16. */
function isBinary(bytes: Buffer): boolean {
  const isUtf16 = /^(fffe|feff)/.test(bytes.subarray(0, 2).toString('hex'));
  return !isUtf16 && bytes.includes(0);
}

/** The separator by which the most headings are recognised. */
async function findSeparator(
  text: string,
  columns: SheetColumns,
  limits: SheetLimits,
): Promise<Separator> {
  let best: Separator = ',';
  let most = 0;
  for (const separator of SEPARATORS) {
    const count = await countBest(text, separator, columns, limits);
    if (count > most) [best, most] = [separator, count];
  }
  return best;
}

async function countBest(
  text: string,
  separator: Separator,
  columns: SheetColumns,
  limits: SheetLimits,
): Promise<number> {
  const start = text.slice(0, SNIFF_LENGTH);
  let most = 0;
  let seen = 0;
  try {
    // A wrong separator may make a row of any width; that is no reason to refuse the right one.
    for await (const row of readCsvRows(start, separator, { ...limits, columns: Infinity })) {
      most = Math.max(most, countHeadings(row, columns));
      seen += 1;
      if (seen >= HEADING_SEARCH_ROWS) break;
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
  return most;
}

/** What has been read so far. */
class Reading<Columns extends SheetColumns> {
  readonly #options: SheetReadOptions<Columns>;
  readonly #limits: SheetLimits;
  readonly #waiting: RawRow[] = [];
  #headings: HeadingMap | undefined;
  #mayBeNotes = true;
  readonly #rows: Array<{ row: number; values: ReadRow<Columns> }> = [];
  readonly #problems: SheetProblem[] = [];
  #problemCount = 0;
  #rowCount = 0;

  constructor(options: SheetReadOptions<Columns>, limits: SheetLimits) {
    this.#options = options;
    this.#limits = limits;
  }

  take(row: RawRow): void {
    if (this.#headings !== undefined) {
      this.#takeData(row, this.#headings);
      return;
    }
    this.#waiting.push(row);
    if (this.#waiting.length >= HEADING_SEARCH_ROWS) this.#settleHeadings();
  }

  finish(): Omit<SheetReading<Columns>, 'format' | 'encoding' | 'otherSheets'> {
    const headings = this.#headings ?? this.#settleHeadings();
    return {
      headingRow: headings.row,
      rows: this.#rows,
      rowCount: this.#rowCount,
      problems: this.#problems,
      problemCount: this.#problemCount,
      unknownHeadings: headings.unknown,
    };
  }

  #settleHeadings(): HeadingMap {
    const headings = findHeadings(this.#waiting, this.#options.columns);
    this.#headings = headings;
    for (const row of this.#waiting.splice(0)) {
      if (row.row > headings.row) this.#takeData(row, headings);
    }
    return headings;
  }

  #takeData(row: RawRow, headings: HeadingMap): void {
    const isNotes = this.#mayBeNotes && isNotesRow(row);
    this.#mayBeNotes = false;
    const isEmpty = headings.places.every((place) => isBlank(row.cells[place.index]));
    if (isNotes || isEmpty) return;
    this.#rowCount += 1;
    if (this.#rowCount > this.#limits.rows) {
      throw new ProblemError(sheetProblems.tooLarge, { what: 'rows 行', limit: this.#limits.rows });
    }
    const values: Record<string, SheetValue | null> = {};
    for (const column of this.#options.columns) values[column.key] = null;
    let isGood = true;
    for (const place of headings.places) {
      const good = this.#takeCell(row, place, values);
      isGood &&= good;
    }
    if (isGood) this.#rows.push({ row: row.row, values: values as ReadRow<Columns> });
  }

  #takeCell(
    row: RawRow,
    place: { readonly column: SheetColumn; readonly index: number },
    values: Record<string, SheetValue | null>,
  ): boolean {
    const { column, index } = place;
    const cell = row.cells[index];
    if (cell === undefined || isBlank(cell)) {
      if (column.required !== true) return true;
      this.#report(row.row, place, '', cellReasons.required);
      return false;
    }
    const parsed = parseCell(cell, column, this.#options.zone ?? DEFAULT_ZONE);
    if ('reason' in parsed) {
      this.#report(row.row, { column, index }, cell.text, parsed.reason);
      return false;
    }
    values[column.key] = parsed.value;
    return true;
  }

  #report(
    row: number,
    place: { readonly column: SheetColumn; readonly index: number },
    value: string,
    reason: Words,
  ): void {
    this.#problemCount += 1;
    if (this.#problems.length >= (this.#options.problems ?? PROBLEM_LIMIT)) return;
    this.#problems.push({
      row,
      column: place.column.key,
      heading: place.column.heading,
      cell: `${columnLetters(place.index)}${row}`,
      value: value.slice(0, VALUE_LIMIT),
      reason,
    });
  }
}

function isBlank(cell: RawCell | undefined): boolean {
  return cell === undefined || (cell.kind !== 'no-result' && trimCell(cell.text) === '');
}

/** The row under the headings of a template, every filled cell of which begins with the mark of a note. */
function isNotesRow(row: RawRow): boolean {
  const filled = row.cells.filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.every((cell) => cell?.text.startsWith(NOTE_MARK) === true);
}
