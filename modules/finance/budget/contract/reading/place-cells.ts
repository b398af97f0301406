import type { TableCode } from '../template.ts';
import { isAmountCell, isBalanceLabel, listFilled } from './cells.ts';
import { toPlain } from './plain.ts';
import { readPrinted } from './printed.ts';
import type { SourceLine } from './source.ts';
import { COLUMN_NAMES, type ColumnName, COLUMNS } from './table-shapes.ts';

/** Rows with their cells under the headings, and those for which nobody can say which column a figure belongs to. */
export interface Placed {
  readonly body: readonly SourceLine[];
  readonly misfits: readonly SourceLine[];
}

interface PlacedTable extends Placed {
  readonly head: readonly SourceLine[];
}

export type CodeTable = Exclude<TableCode, 'T1' | 'T4' | 'T9'>;

/**
 * Text that a program took from a page has often lost its blank cells: codes, name and figures then stand one after the
 * other. A row of a table by codes is placed again when it has a figure for every heading; a row with fewer is not guessed.
 */
export function placeCodeRows(
  code: CodeTable,
  head: readonly SourceLine[],
  body: readonly SourceLine[],
): PlacedTable {
  const names = head.findIndex(({ cells }) => toPlain(cells?.[0] ?? '').endsWith('科目名称'));
  const isDropped =
    names !== -1 && body.some(({ cells }) => /^\d{3}$/.test((cells?.[0] ?? '').trim()));
  if (!isDropped) return { head, body, misfits: body.filter(isShifted(head)) };
  const order = findOrder(code, joinAfterName(head.slice(names)));
  const parts = code === 'T8' ? 2 : 3;
  const misfits: SourceLine[] = [];
  const placed = body.map((row) => {
    const cells = order === undefined ? undefined : placeCodeRow(row, order.length, parts);
    if (cells === undefined) misfits.push(row);
    return cells === undefined ? row : { ...row, cells };
  });
  const line = head[names];
  const headings = ['科目名称', ...(order ?? []).map((name) => COLUMN_NAMES[name])];
  const cells = [...Array.from({ length: parts }, () => ''), ...headings];
  return { head: line === undefined ? head : [{ ...line, cells }], body: placed, misfits };
}

/** A figure at or before the column of names has left its column. */
function isShifted(head: readonly SourceLine[]): (row: SourceLine) => boolean {
  const name = Math.max(
    ...head.map(
      ({ cells }) => cells?.findIndex((cell) => toPlain(cell).endsWith('科目名称')) ?? -1,
    ),
  );
  return ({ cells }) =>
    name > 0 && (cells ?? []).slice(0, name + 1).some((cell) => isAmountCell(toPlain(cell)));
}

function joinAfterName(head: readonly SourceLine[]): string {
  return head
    .flatMap(({ cells, text }, index) => (cells ?? [text]).slice(index === 0 ? 1 : 0))
    .map(toPlain)
    .filter((cell) => !/^[类款项]$/.test(cell))
    .join('');
}

/** The columns that a run of headings names, each once and nothing left over; undefined when it cannot be told. */
function findOrder(code: CodeTable, text: string): ColumnName[] | undefined {
  const search = (rest: string, taken: readonly ColumnName[]): ColumnName[] | undefined => {
    if (rest === '') return [...taken];
    for (let length = rest.length; length > 0; length -= 1) {
      const word = rest.slice(0, length);
      const name = COLUMNS[code].find(([, pattern]) => pattern.test(word))?.[0];
      if (name === undefined || taken.includes(name)) continue;
      const found = search(rest.slice(length), [...taken, name]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return text === '' ? undefined : search(text, []);
}

/** Cells of codes, name and as many figures as there are columns; undefined when the row has another number of figures. */
function placeCodeRow(
  { cells, text }: SourceLine,
  columns: number,
  parts: number,
): string[] | undefined {
  const filled = (cells ?? [text]).map((cell) => cell.trim()).filter((cell) => cell !== '');
  const codes: string[] = [];
  while (codes.length < parts && isCode(filled[codes.length], codes.length))
    codes.push(filled[codes.length] ?? '');
  const [name = '', ...figures] = filled.slice(codes.length);
  const isWhole = figures.length === columns || figures.length === 0;
  if (!isWhole || isAmountCell(toPlain(name)) || !figures.every(isFigure)) return undefined;
  return [...codes, ...Array.from({ length: parts - codes.length }, () => ''), name, ...figures];
}

function isCode(cell: string | undefined, at: number): boolean {
  return at === 0 ? /^\d{3}(?:\d\d){0,2}$/.test(cell ?? '') : /^\d\d$/.test(cell ?? '');
}

const isFigure = (cell: string): boolean => /^[-－—–]$|^-?[\d,]+(?:\.\d+)?$/.test(toPlain(cell));

/** Where labels and amounts of a table of balance stand. */
export interface BalanceColumns {
  readonly left: number;
  readonly leftAmount: number;
  readonly right: number;
  /** Of the right half, from left to right; the first is the whole. */
  readonly rightAmounts: readonly number[];
  readonly width: number;
}

interface PlacedBalance extends Placed {
  /** Rows whose first amount is the whole, and whose other amounts could belong to several columns. */
  readonly open: readonly SourceLine[];
}

/** The same for tables of balance: a label tells its half, and the amounts behind it are its own. */
export function placeBalanceRows(
  columns: BalanceColumns,
  body: readonly SourceLine[],
): PlacedBalance {
  const { left, right, leftAmount, rightAmounts, width } = columns;
  const isNarrow = ({ cells }: SourceLine) => (cells?.length ?? 0) < width;
  const hasAt = (row: SourceLine, at: readonly number[], test: (cell: string) => boolean) =>
    at.some((index) => test(toPlain(row.cells?.[index] ?? '')));
  const amounts = [leftAmount, ...rightAmounts];
  const isDropped = body.some((row) => isNarrow(row) && hasAt(row, amounts, isBalanceLabel));
  const misfits: SourceLine[] = [];
  const open: SourceLine[] = [];
  const placed = body.map((row) => {
    if (!isDropped || !isNarrow(row)) {
      if (hasAt(row, [left, right], isAmountCell)) misfits.push(row);
      return row;
    }
    const halves = toHalves(listFilled(row.cells ?? [row.text]), rightAmounts.length);
    if (halves === undefined) {
      misfits.push(row);
      return row;
    }
    const own = halves.right?.amounts.length ?? 0;
    if (own > 0 && own < rightAmounts.length) open.push(row);
    return { ...row, cells: toCells(halves, columns) };
  });
  return { body: placed, misfits, open };
}

function toCells(halves: Halves, columns: BalanceColumns): string[] {
  const { left, right, leftAmount, rightAmounts, width } = columns;
  const cells = Array.from({ length: width }, () => '');
  cells[left] = halves.left?.label ?? '';
  cells[leftAmount] = halves.left?.amounts[0] ?? '';
  cells[right] = halves.right?.label ?? '';
  const own = halves.right?.amounts ?? [];
  const isWhole = own.length === rightAmounts.length;
  for (const [at, index] of rightAmounts.entries())
    if (isWhole || at === 0) cells[index] = own[at] ?? '';
  return cells;
}

interface Half {
  readonly label: string;
  readonly amounts: string[];
}

interface Halves {
  readonly left?: Half;
  readonly right?: Half;
}

/** Labels with the amounts behind them, one at the left and at most `most` at the right; undefined when it is not so. */
function toHalves(cells: readonly string[], most: number): Halves | undefined {
  const found: Half[] = [];
  for (const cell of cells) {
    const last = found.at(-1);
    if (!isFigure(cell)) found.push({ label: cell, amounts: [] });
    else if (last === undefined) return undefined;
    else last.amounts.push(cell);
  }
  const halves = toSides(found);
  const isFitting =
    (halves?.left?.amounts.length ?? 0) <= 1 && (halves?.right?.amounts.length ?? 0) <= most;
  return isFitting ? halves : undefined;
}

/** A label that stands alone is of the half that its words say. */
function toSides([first, second, ...more]: readonly Half[]): Halves | undefined {
  if (first === undefined || more.length > 0) return undefined;
  if (second !== undefined) return { left: first, right: second };
  if (/支出|预备费/.test(first.label)) return { right: first };
  return /收入|资金|基金|预算/.test(first.label) ? { left: first } : undefined;
}

/**
 * The one row of table 9, whose heading stands in three lines: when two headings have come to stand in one column, the
 * figures go by the order in which they are printed, 机关运行经费 last, provided there is one for each and they add up.
 */
export function placeThreePublic(
  head: readonly SourceLine[],
  body: readonly SourceLine[],
): PlacedTable {
  const found = head.flatMap(({ cells, text }) =>
    (cells ?? [text]).flatMap((cell, index) => {
      const name = COLUMNS.T9.find(([, pattern]) => pattern.test(toPlain(cell)))?.[0];
      return name === undefined ? [] : [{ name, index }];
    }),
  );
  const names = [...new Set(found.map(({ name }) => name))];
  const indexOf = (name: ColumnName) => found.findLast((one) => one.name === name)?.index;
  const isApart = new Set(names.map(indexOf)).size === names.length;
  const [row] = body;
  if (isApart || row === undefined) return { head, body, misfits: [] };
  const order = [...names.filter((name) => name !== 'office'), 'office' as const];
  const figures = listFilled(row.cells ?? [row.text]);
  const isWhole = order.length === COLUMNS.T9.length && figures.length === order.length;
  if (!isWhole || !figures.every(isFigure) || !addsUp(order, figures))
    return { head, body, misfits: [row] };
  const [line = row] = head;
  const cells = order.map((name) => (name === 'vehicles' ? '小计' : COLUMN_NAMES[name]));
  return { head: [{ ...line, cells }], body: [{ ...row, cells: figures }], misfits: [] };
}

/** Whether figures in this order are what their columns say; the text alone does not tell which is which. */
function addsUp(order: readonly ColumnName[], figures: readonly string[]): boolean {
  const of = (name: ColumnName) =>
    readPrinted(figures[order.indexOf(name)] ?? '', 'wan', 0)?.fen ?? 0n;
  return (
    of('total') === of('abroad') + of('reception') + of('vehicles') &&
    of('vehicles') === of('purchase') + of('running')
  );
}
