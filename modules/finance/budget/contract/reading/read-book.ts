import type { TableCode } from '../template.ts';
import { isBodyRow } from './cells.ts';
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
  const lines = document.lines.filter(({ text }) => !isPageMark(text));
  const contents = findContents(lines);
  const listed = new Set(contents.map(({ number }) => number));
  const spans = findSpans(lines.filter(({ number }) => !listed.has(number)));
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
  const prose = lines.filter(({ number, text }) => !inTables.has(number) && text.trim() !== '');
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

/** What a program wrote between two pages, or a number at the foot of one. */
function isPageMark(text: string): boolean {
  return /^(?:--PAGE_?BREAK--|[-—]{1,2}\d+(?:of\d+|\/\d+)?[-—]{1,2}|第\d+页(?:,?共\d+页)?)$/i.test(
    toPlain(text),
  );
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

/** Characters of a heading alone in its line. */
const LONGEST_HEADING = 24;

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
  const taken: Taken = { rows: [], heads: new Set(), isInBody: false };
  const before: SourceLine[] = [];
  let note: SourceLine | undefined;
  for (const [index, line] of rest.entries()) {
    const part = partOf(line, taken, rest, index + 1);
    if (part === 'nothing') continue;
    if (part === 'row') take(taken, line);
    else if (part === 'before') before.push(line);
    else {
      if (/^(?:注|备注|说明)[:：]/.test(line.text.trim())) note = line;
      break;
    }
    if (before.length > NEAR) return undefined;
  }
  const { rows } = taken;
  return rows.length === 0 ? undefined : { code, title, before, rows, note };
}

/** The rows of a table so far, and what its head says, which every further page says again. */
interface Taken {
  readonly rows: SourceLine[];
  readonly heads: Set<string>;
  isInBody: boolean;
}

function take(taken: Taken, line: SourceLine): void {
  taken.rows.push(line);
  taken.isInBody ||= isBodyRow(line);
  if (!taken.isInBody) taken.heads.add(toPlain(line.text));
}

/** What a line is to the table whose title stands above it. */
function partOf(
  line: SourceLine,
  { rows, heads, isInBody }: Taken,
  lines: readonly SourceLine[],
  next: number,
): 'nothing' | 'before' | 'row' | 'after' {
  if (line.text.trim() === '' && (line.cells === null || isEmptyRow(line))) return 'nothing';
  if (isSingle(line) && findTableCode(line.text) !== undefined) return 'after';
  if (isInBody && heads.has(toPlain(line.text))) return 'nothing';
  if (rows.length === 0) return isRow(line) && !isHeading(line) ? 'row' : 'before';
  if (isRow(line)) return 'row';
  return !isInBody && isLoneHeading(line, lines.slice(next, next + NEAR)) ? 'row' : 'after';
}

/** A heading alone in its line, with more of the table close below. */
function isLoneHeading({ text }: SourceLine, below: readonly SourceLine[]): boolean {
  const plain = toPlain(text);
  if (plain.length > LONGEST_HEADING || /[。;:]|表$/.test(plain)) return false;
  return below.some(isRow);
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
