import type { TableCode } from '../template.ts';
import { isAmountCell, isBodyRow } from './cells.ts';
import { placeBalanceRows, placeCodeRows, placeThreePublic } from './place-cells.ts';
import { toPlain } from './plain.ts';
import { isBlankCell, type MoneyUnit, type Printed, readPrinted } from './printed.ts';
import type { SourceLine } from './source.ts';
import { type ColumnName, COLUMNS, PARTS } from './table-shapes.ts';
import type { TableSpan } from './table-span.ts';

export interface ReadRow {
  readonly source: SourceLine;
  /** Code without spaces, a label without its number, or 合计. */
  readonly key: string;
  readonly name: string;
  readonly values: ReadonlyMap<ColumnName, Printed>;
}

/** A cell that should hold an amount and does not. */
export interface BadCell {
  readonly source: SourceLine;
  readonly text: string;
}

export interface ReadTable {
  readonly code: TableCode;
  readonly title: SourceLine;
  readonly department: string | undefined;
  readonly unit: MoneyUnit | undefined;
  readonly unitLine: SourceLine | undefined;
  readonly note: SourceLine | undefined;
  readonly columns: ReadonlySet<ColumnName>;
  readonly rows: readonly ReadRow[];
  /** Left half of the tables of balance: revenue by label. */
  readonly revenue: readonly ReadRow[];
  readonly badCells: readonly BadCell[];
  /** Columns that the layout has and this table lacks. */
  readonly missing: readonly ColumnName[];
  /** Rows for whose figures nobody can say which column they belong to: nothing of the table is judged. */
  readonly misfits: readonly SourceLine[];
  /** Columns that stand there twice, by their second heading. */
  readonly doubled: ReadonlyArray<{ readonly name: ColumnName; readonly source: SourceLine }>;
  /** The first amount of each column that no known heading stands above. */
  readonly strangers: readonly BadCell[];
  /** Columns whose figures cannot be told apart, as the text has lost its blank cells: no rule asks for them. */
  readonly untold: readonly ColumnName[];
}

export const TOTAL_KEY = '合计';

interface Reading {
  readonly unit: MoneyUnit;
  readonly badCells: BadCell[];
}

/** Reads the rows of one table by the words of its headings. */
export function readTable(span: TableSpan): ReadTable {
  const around = [...span.before, ...span.rows.slice(0, 1)];
  const unitLine = around.find(({ text }) => /单位[:：]/.test(text) && /元/.test(text));
  const department = around
    .map(({ text, cells }) =>
      /(?:编制|填报)(?:部门|单位)[:：]\s*([^\t]+)/.exec(cells?.join('\t') ?? text)?.[1]?.trim(),
    )
    .find((found) => found !== undefined);
  const unit = toUnit(unitLine);
  const reading: Reading = { unit: unit ?? 'yuan', badCells: [] };
  const common = {
    code: span.code,
    title: span.title,
    note: span.note,
    department: department?.replace(/单位[:：].*$/, '').trim(),
    unit,
    unitLine,
  };
  const { head, body } = splitHead(span.rows);
  const read =
    span.code === 'T1' || span.code === 'T4'
      ? readBalance(span.code, head, body, reading)
      : readPlain(span.code, head, body, reading);
  return { ...common, ...read, badCells: reading.badCells };
}

function toUnit(line: SourceLine | undefined): MoneyUnit | undefined {
  if (line === undefined) return undefined;
  return /单位[:：]\s*(?:人民币)?万元/.test(toPlain(line.text)) ? 'wan' : 'yuan';
}

function splitHead(rows: readonly SourceLine[]) {
  const first = rows.findIndex(isBodyRow);
  return first === -1
    ? { head: rows, body: [] }
    : { head: rows.slice(0, first), body: rows.slice(first) };
}

interface Heading {
  readonly index: number;
  readonly text: string;
}

interface Headings {
  readonly all: readonly Heading[];
  /** Headings of one column that stand below each other, read on: a page breaks 政府性基金预算 over two lines. */
  readonly joined: readonly Heading[];
  readonly width: number;
}

function toHeadings(head: readonly SourceLine[]): Headings {
  const all = head.flatMap(({ cells, text }) =>
    (cells ?? [text])
      .map((cell, index) => ({ index, text: toPlain(cell) }))
      .filter((heading) => heading.text !== ''),
  );
  return {
    all,
    joined: joinHeadings(all),
    width: Math.max(0, ...head.map(({ cells }) => cells?.length ?? 1)),
  };
}

function joinHeadings(all: readonly Heading[]): Heading[] {
  return [...Map.groupBy(all, ({ index }) => index).values()].flatMap((own) =>
    own.flatMap(({ index }, from) =>
      own.slice(from + 1).map((_, more) => ({
        index,
        text: own
          .slice(from, from + more + 2)
          .map(({ text }) => text)
          .join(''),
      })),
    ),
  );
}

function findColumns(
  code: Exclude<TableCode, 'T1'>,
  { all, joined }: Headings,
): { columns: Map<ColumnName, number>; missing: ColumnName[] } {
  const columns = new Map<ColumnName, number>();
  const missing: ColumnName[] = [];
  for (const [name, pattern] of COLUMNS[code]) {
    const found = [...all, ...joined].find((heading) => pattern.test(heading.text));
    if (found === undefined) missing.push(name);
    else columns.set(name, found.index);
  }
  return { columns, missing };
}

function readValues(
  row: SourceLine,
  columns: ReadonlyMap<ColumnName, number>,
  { unit, badCells }: Reading,
): Map<ColumnName, Printed> {
  const values = new Map<ColumnName, Printed>();
  for (const [name, index] of columns) {
    const text = row.cells?.[index] ?? '';
    if (isBlankCell(text)) continue;
    const printed = readPrinted(text, unit, row.number);
    if (printed === undefined) badCells.push({ source: row, text });
    else values.set(name, printed);
  }
  return values;
}

/** Tables whose rows are codes, and the one row of table 9. */
function readPlain(
  code: Exclude<TableCode, 'T1' | 'T4'>,
  head: readonly SourceLine[],
  body: readonly SourceLine[],
  reading: Reading,
) {
  const placed = code === 'T9' ? placeThreePublic(head, body) : placeCodeRows(code, head, body);
  const headings = toHeadings(placed.head);
  const { columns, missing } = findColumns(code, headings);
  const nameColumn =
    headings.all.find(({ text }) => text.endsWith('科目名称'))?.index ??
    Math.max(0, Math.min(...columns.values()) - 1);
  let before = '';
  const rows = placed.body.map((source): ReadRow => {
    const cells = (source.cells ?? [source.text]).map(toPlain);
    const values = readValues(source, columns, reading);
    const codes = cells.slice(0, nameColumn).filter((cell) => /^\d+$/.test(cell));
    const isTotal = cells.some((cell) => /^(?:合计|总计)$/.test(cell));
    const key = isTotal ? TOTAL_KEY : toCodeKey(codes.join(''), cells, before);
    if (!isTotal) before = key;
    return { source, key, name: (source.cells?.[nameColumn] ?? '').trim(), values };
  });
  return {
    columns: new Set(columns.keys()),
    missing,
    misfits: [...placed.misfits, ...findShort(code, placed.body, rows, columns)],
    doubled: findDoubled(code, placed.head),
    strangers: findStrangers(placed.body, nameColumn, columns),
    untold: [],
    rows,
    revenue: [],
  };
}

/** Rows that end before the last heading and do not add up across: a cell is missing, and what follows has moved. */
function findShort(
  code: Exclude<TableCode, 'T1' | 'T4'>,
  body: readonly SourceLine[],
  rows: readonly ReadRow[],
  columns: ReadonlyMap<ColumnName, number>,
): SourceLine[] {
  const last = Math.max(...columns.values());
  const fenOf = (row: ReadRow | undefined, name: ColumnName) => row?.values.get(name)?.fen ?? 0n;
  return body.filter(({ cells }, index) => {
    if ((cells?.length ?? 0) > last || rows[index]?.values.size === 0) return false;
    const parts = PARTS[code].reduce((sum, name) => sum + fenOf(rows[index], name), 0n);
    return parts !== fenOf(rows[index], 'total');
  });
}

/** A column whose heading stands in two places side by side; 小计 below 公务用车购置及运行费 is one column. */
function findDoubled(code: Exclude<TableCode, 'T1'>, head: readonly SourceLine[]) {
  return COLUMNS[code].flatMap(([name, pattern]) =>
    head.flatMap((source) => {
      const places = (source.cells ?? []).filter((cell) => pattern.test(toPlain(cell)));
      return places.length > 1 ? [{ name, source }] : [];
    }),
  );
}

function findStrangers(
  body: readonly SourceLine[],
  nameColumn: number,
  columns: ReadonlyMap<ColumnName, number>,
): BadCell[] {
  const known = new Set(columns.values());
  const found = new Map<number, BadCell>();
  for (const source of body)
    for (const [index, text] of (source.cells ?? []).entries())
      if (
        index > nameColumn &&
        !known.has(index) &&
        !found.has(index) &&
        isAmountCell(toPlain(text))
      )
        found.set(index, { source, text });
  return [...found.values()];
}

/** A code of which only the last part is printed takes the first parts from the row above. */
function toCodeKey(code: string, cells: readonly string[], before: string): string {
  if (code.length >= 3 || code === '') return code;
  if ((cells[1] ?? '') === code) return before.slice(0, 3) + code;
  return before.slice(0, 5) + code;
}

/** Tables 1 and 4: revenue at the left, expenditure at the right. */
function readBalance(
  code: 'T1' | 'T4',
  head: readonly SourceLine[],
  body: readonly SourceLine[],
  reading: Reading,
) {
  const headings = toHeadings(head);
  const labels = headings.all.filter(({ text }) => text === '项目').map(({ index }) => index);
  const amounts = headings.all.filter(({ text }) => text === '预算数').map(({ index }) => index);
  const [left = 0, right = 2] = labels;
  const revenueColumns = new Map<ColumnName, number>([['total', amounts[0] ?? 1]]);
  const found =
    code === 'T1'
      ? { columns: new Map<ColumnName, number>([['total', amounts[1] ?? 3]]), missing: [] }
      : findColumns(code, headings);
  const isThere = labels.length >= 2 && amounts.length >= (code === 'T1' ? 2 : 1);
  const placed = placeBalanceRows(
    {
      left,
      right,
      leftAmount: amounts[0] ?? 1,
      rightAmounts: [...found.columns.values()],
      width: headings.width,
    },
    body,
  );
  const untold = placed.open.length === 0 ? [] : (['general', 'fund', 'capital'] as const);
  const half = (label: number, columns: ReadonlyMap<ColumnName, number>) =>
    placed.body.flatMap((source): ReadRow[] => {
      const name = (source.cells?.[label] ?? '').trim();
      if (name === '') return [];
      const key = toPlain(name).replace(/^(?:[一二三四五六七八九十]+|\d+)[、.]/, '');
      return [{ source, key, name, values: readValues(source, columns, reading) }];
    });
  const told = [...found.columns].filter(([name]) => !untold.some((one) => one === name));
  return {
    columns: new Set(told.map(([name]) => name)),
    misfits: placed.misfits,
    doubled: code === 'T1' ? [] : findDoubled(code, head),
    strangers: [],
    untold,
    missing: isThere ? found.missing : (['total', ...found.missing] as ColumnName[]),
    rows: half(right, new Map(told)),
    revenue: half(left, revenueColumns),
  };
}
