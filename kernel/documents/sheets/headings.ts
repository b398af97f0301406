import { ProblemError } from '#kernel/problems/problem-error.ts';

import { foldHeading, headingNames, type SheetColumn, type SheetColumns } from './columns.ts';
import type { RawRow } from './raw-rows.ts';
import { sheetProblems } from './sheet-problems.ts';
import { columnLetters } from './xlsx-parts.ts';

/** Where each column of the declaration stands in the file. */
export interface HeadingMap {
  readonly row: number;
  readonly places: ReadonlyArray<{ readonly column: SheetColumn; readonly index: number }>;
  /** Headings that no column is known by: shown to the clerk, never an error. */
  readonly unknown: ReadonlyArray<{ readonly cell: string; readonly text: string }>;
}

/** Rows above the headings that a sheet may have: its title, who filled it in. */
export const HEADING_SEARCH_ROWS = 20;

/** How many columns of the declaration a row names. */
export function countHeadings(row: RawRow, columns: SheetColumns): number {
  const known = new Set(columns.flatMap(headingNames));
  return row.cells.filter((cell) => cell !== undefined && known.has(foldHeading(cell.text))).length;
}

/**
 * Finds the row of headings: the one that names most columns, the first of equals. Throws ProblemError when a
 * required column, or every column, is missing, or one is there twice.
 */
export function findHeadings(rows: readonly RawRow[], columns: SheetColumns): HeadingMap {
  let best: RawRow | undefined;
  let most = 0;
  for (const row of rows) {
    const count = countHeadings(row, columns);
    if (count > most) [best, most] = [row, count];
  }
  if (best === undefined) throw missing(columns);
  const map = readHeadings(best, columns);
  const found = new Set(map.places.map((place) => place.column));
  const absent = columns.filter((column) => column.required === true && !found.has(column));
  if (absent.length > 0) throw missing(absent);
  return map;
}

function readHeadings(row: RawRow, columns: SheetColumns): HeadingMap {
  const byName = new Map<string, SheetColumn>();
  for (const column of columns) for (const name of headingNames(column)) byName.set(name, column);
  const places: Array<{ column: SheetColumn; index: number }> = [];
  const unknown: Array<{ cell: string; text: string }> = [];
  for (const [index, cell] of row.cells.entries()) {
    if (cell === undefined) continue;
    const column = byName.get(foldHeading(cell.text));
    if (column === undefined) {
      if (foldHeading(cell.text) !== '') {
        unknown.push({ cell: `${columnLetters(index)}${row.row}`, text: cell.text.slice(0, 100) });
      }
      continue;
    }
    if (places.some((place) => place.column === column)) {
      throw new ProblemError(sheetProblems.doubleHeading, { heading: cell.text.slice(0, 100) });
    }
    places.push({ column, index });
  }
  return { row: row.row, places, unknown };
}

function missing(columns: SheetColumns): ProblemError {
  const names = columns.map((column) => `${column.heading['zh-CN']} ${column.heading.en}`);
  return new ProblemError(sheetProblems.noHeadings, { columns: names.join('、') });
}
