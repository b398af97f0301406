import { ProblemError } from '#kernel/problems/problem-error.ts';

import { CELL_TEXT_LIMIT, type RawCell, type RawRow, type SheetLimits } from './raw-rows.ts';
import { sheetProblems } from './sheet-problems.ts';
import { unescapeCell } from './xlsx-text.ts';
import { readWorkbook, type Workbook } from './xlsx-workbook.ts';
import { readXml } from './xml-events.ts';
import { ZipArchive } from './zip-archive.ts';

const MAX_ROW = 1_048_576;
const MAX_COLUMN = 16_384;
const MAX_ENTRIES = 5_000;

/** One sheet of a workbook, ready to be read. */
export interface XlsxSheet {
  readonly rows: AsyncIterable<RawRow>;
  /** Names of the other visible sheets, which are not read. */
  readonly otherSheets: readonly string[];
}

/**
 * Opens the first visible sheet, or the named one. Only cell values are read: merged ranges, validations and names,
 * which can claim a billion cells in a line of XML, are passed over. Throws ProblemError, also while rows are read.
 */
export async function openXlsx(
  bytes: Buffer,
  limits: SheetLimits,
  sheetName?: string,
): Promise<XlsxSheet> {
  const { unzippedBytes } = limits;
  const archive = ZipArchive.open(bytes, { unzippedBytes, entries: MAX_ENTRIES });
  const workbook = await readWorkbook(archive);
  const visible = workbook.sheets.filter((one) => !one.hidden);
  const sheet =
    sheetName === undefined
      ? (visible[0] ?? workbook.sheets[0])
      : workbook.sheets.find((one) => one.name === sheetName);
  if (sheet === undefined) throw new ProblemError(sheetProblems.notASheet);
  const reader = new SheetReader(workbook, limits);
  return {
    rows: readRows(archive, sheet.part, reader),
    otherSheets: visible.filter((one) => one !== sheet).map((one) => one.name),
  };
}

async function* readRows(
  archive: ZipArchive,
  part: string,
  reader: SheetReader,
): AsyncGenerator<RawRow> {
  for await (const _piece of readXml(archive.read(part), part, reader)) yield* reader.takeRows();
  yield* reader.takeRows();
}

/** Gathers cells from the events of a worksheet. */
class SheetReader {
  readonly #workbook: Workbook;
  readonly #limits: SheetLimits;
  #rows: RawRow[] = [];
  #rowNumber = 0;
  #cells: Array<RawCell | undefined> = [];
  #column = -1;
  #type = 'n';
  #style = 0;
  #value: string | undefined;
  #inline = '';
  #hasFormula = false;
  #inside: 'value' | 'inline' | undefined;
  #phonetic = 0;

  constructor(workbook: Workbook, limits: SheetLimits) {
    this.#workbook = workbook;
    this.#limits = limits;
  }

  takeRows(): RawRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'row') this.#openRow(attributes['r']);
    else if (name === 'v') {
      this.#value = '';
      this.#inside = 'value';
    } else if (name === 'f') this.#hasFormula = true;
    else if (name === 'rPh') this.#phonetic += 1;
    else if (name === 't' && this.#phonetic === 0) this.#inside = 'inline';
  };

  readonly close = (name: string): void => {
    this.#inside = undefined;
    if (name === 'c') this.#closeCell();
    else if (name === 'rPh') this.#phonetic -= 1;
    else if (name === 'row' && this.#cells.some((cell) => cell !== undefined)) {
      this.#rows.push({ row: this.#rowNumber, cells: this.#cells });
    }
  };

  readonly text = (piece: string): void => {
    if (this.#inside === 'value' && this.#value !== undefined) {
      this.#value = capped(this.#value + piece);
    } else if (this.#inside === 'inline') this.#inline = capped(this.#inline + piece);
  };

  #openRow(reference: string | undefined): void {
    const number = reference === undefined ? this.#rowNumber + 1 : Number(reference);
    if (!Number.isInteger(number) || number <= this.#rowNumber || number > MAX_ROW) {
      throw new Error(`Rows out of order at ${reference}`);
    }
    this.#rowNumber = number;
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const reference = attributes['r'];
    const column = reference === undefined ? this.#column + 1 : toColumnIndex(reference);
    if (column < 0 || column >= MAX_COLUMN) throw new Error(`No such cell: ${reference}`);
    this.#column = column;
    this.#type = attributes['t'] ?? 'n';
    this.#style = Number(attributes['s'] ?? 0);
    this.#value = undefined;
    this.#inline = '';
    this.#hasFormula = false;
  }

  #closeCell(): void {
    const cell = this.#toCell();
    if (cell === undefined) return;
    if (this.#column >= this.#limits.columns) {
      const values = { what: 'columns 列', limit: this.#limits.columns };
      throw new ProblemError(sheetProblems.tooLarge, values);
    }
    this.#cells[this.#column] = cell;
  }

  #toCell(): RawCell | undefined {
    if (this.#type === 'inlineStr') return toTextCell(unescapeCell(this.#inline));
    const value = this.#value;
    if (value === undefined) {
      return this.#hasFormula ? { kind: 'no-result', text: '' } : undefined;
    }
    switch (this.#type) {
      case 's':
        return toTextCell(this.#workbook.sharedStrings[Number(value)] ?? '');
      case 'str':
        return toTextCell(unescapeCell(value));
      case 'b':
        return toTextCell(value === '1' ? 'TRUE' : 'FALSE');
      case 'e':
        return { kind: 'error', text: value };
      case 'd':
        return toTextCell(value);
      default:
        return this.#toNumber(value);
    }
  }

  #toNumber(value: string): RawCell | undefined {
    if (value === '') return undefined;
    if (!this.#workbook.isDateStyle(this.#style)) return { kind: 'number', text: value };
    return { kind: this.#workbook.is1904 ? 'date1904' : 'date', text: value };
  }
}

function toTextCell(text: string): RawCell | undefined {
  return text === '' ? undefined : { kind: 'text', text };
}

/** Column of a reference such as `AB12`, from 0; -1 for anything else. */
function toColumnIndex(reference: string): number {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(reference)?.[1] ?? '';
  let index = 0;
  for (const letter of letters) index = index * 26 + (letter.charCodeAt(0) - 64);
  return index - 1;
}

function capped(text: string): string {
  return text.length > CELL_TEXT_LIMIT ? text.slice(0, CELL_TEXT_LIMIT) : text;
}
