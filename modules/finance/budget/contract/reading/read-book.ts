import type { TableCode } from '../template.ts';
import { toCount } from './count.ts';
import { toPlain } from './plain.ts';
import { readProjects, type ReadProject } from './read-projects.ts';
import { readStatements, type Statements } from './read-statements.ts';
import { readTable, type ReadTable } from './read-table.ts';
import type { SourceDocument, SourceLine } from './source.ts';
import { findTableCode } from './table-shapes.ts';
import type { TableSpan } from './table-span.ts';

/** A published budget as it was read, nothing judged yet. */
export interface ReadBook {
  readonly document: SourceDocument;
  readonly year: number | undefined;
  /** The department that publishes, from under a table's title. */
  readonly unit: string | undefined;
  readonly tables: ReadonlyMap<TableCode, ReadTable>;
  readonly statements: Statements;
  readonly projects: readonly ReadProject[];
  readonly contents: readonly SourceLine[];
  /** Lines that are no row of a table and not blank. */
  readonly prose: readonly SourceLine[];
}

/** Reads whatever of the nine tables and the narrative a document has. */
export function readBook(document: SourceDocument): ReadBook {
  const contents = findContents(document.lines);
  const listed = new Set(contents.map(({ number }) => number));
  const spans = findSpans(document.lines.filter(({ number }) => !listed.has(number)));
  const tables = new Map<TableCode, ReadTable>();
  const inTables = new Set<number>(listed);
  for (const span of spans) {
    const known = tables.get(span.code);
    if (known !== undefined && known.rows.length > 0) continue;
    const table = readTable(span);
    tables.set(span.code, table);
  }
  for (const span of spans)
    for (const { number } of [span.title, ...span.before, ...span.rows]) inTables.add(number);
  const prose = document.lines.filter(
    ({ number, text }) => !inTables.has(number) && text.trim() !== '',
  );
  return {
    document,
    year: findYear(document.lines),
    unit: [...tables.values()].find(({ department }) => department !== undefined)?.department,
    tables,
    statements: readStatements(prose),
    projects: readProjects(prose),
    contents,
    prose,
  };
}

/** The table of contents: from 目录 to the first line that is no entry. */
function findContents(lines: readonly SourceLine[]): SourceLine[] {
  const start = lines.findIndex(({ text }) => toPlain(text) === '目录');
  if (start === -1) return [];
  const entries: SourceLine[] = [];
  for (const line of lines.slice(start + 1)) {
    const plain = toPlain(line.text);
    if (plain === '' || /^\d+$/.test(plain)) continue;
    if (!/^-*(?:[一二三四五六七八九十]+、|\d+[.、])/.test(plain)) break;
    entries.push(line);
  }
  return entries;
}

/** How many lines may stand between the title of a table and its first row. */
const NEAR = 8;

function findSpans(lines: readonly SourceLine[]): TableSpan[] {
  const spans: TableSpan[] = [];
  for (const [index, line] of lines.entries()) {
    const code = isSingle(line) ? findTableCode(line.text) : undefined;
    if (code === undefined) continue;
    const span = toSpan(code, line, lines.slice(index + 1));
    if (span !== undefined) spans.push(span);
  }
  return spans;
}

/** A line with at most one cell that says something. */
function isSingle({ cells }: SourceLine): boolean {
  return cells === null || cells.filter((cell) => cell.trim() !== '').length <= 1;
}

function toSpan(
  code: TableCode,
  title: SourceLine,
  rest: readonly SourceLine[],
): TableSpan | undefined {
  const before: SourceLine[] = [];
  const rows: SourceLine[] = [];
  let note: SourceLine | undefined;
  for (const line of rest) {
    if (line.text.trim() === '' && (line.cells === null || isEmptyRow(line))) continue;
    if (isSingle(line) && findTableCode(line.text) !== undefined) break;
    if (isRow(line) && !(rows.length === 0 && isHeading(line))) rows.push(line);
    else if (rows.length === 0) {
      before.push(line);
      if (before.length > NEAR) return undefined;
    } else {
      if (/^(?:注|备注|说明)[:：]/.test(line.text.trim())) note = line;
      break;
    }
  }
  return rows.length === 0 ? undefined : { code, title, before, rows, note };
}

function isRow(line: SourceLine): boolean {
  if (line.cells !== null && line.cells.length > 1) return true;
  return /^(?:合计|总计)$/.test(toPlain(line.text));
}

/** 编制部门 and 单位 may share a row of the sheet. */
function isHeading(line: SourceLine): boolean {
  return /编制(?:部门|单位)[:：]|单位[:：](?:万)?元/.test(line.text);
}

function isEmptyRow({ cells }: SourceLine): boolean {
  return cells !== null && cells.every((cell) => cell.trim() === '');
}

function findYear(lines: readonly SourceLine[]): number | undefined {
  for (const { text } of lines) {
    const year = /(20\d\d)年/.exec(toPlain(text))?.[1];
    if (year !== undefined) return toCount(year);
  }
  return undefined;
}
