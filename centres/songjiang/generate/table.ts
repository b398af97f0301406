import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { parse } from 'csv-parse/sync';

/** Folder of the centre's tables. */
export const centreFolder = fileURLToPath(new URL('..', import.meta.url));

export type Cell = string | number | boolean | undefined;

/** A table in the making: its columns in order, and one record a row. */
export interface Table<Column extends string = string> {
  columns: readonly Column[];
  rows: ReadonlyArray<Partial<Record<Column, Cell>>>;
}

/** CSV as the import reads it: UTF-8 without BOM, LF, an empty cell for what is absent. */
export function toCsv(table: Table): string {
  const records = table.rows.map((row) =>
    table.columns.map((column) => {
      const cell = row[column];
      return cell === undefined ? '' : String(cell);
    }),
  );
  return [[...table.columns], ...records]
    .map((cells) => `${cells.map(quote).join(',')}\n`)
    .join('');
}

/** RFC 4180: quoted only where the text would end the cell. */
const quote = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The rows of a table that was written by hand; throws when one of `columns` is missing. */
export function readTable<Column extends string>(
  path: string,
  columns: readonly Column[],
): Array<Record<Column, string>> {
  const rows = parse<Record<Column, string>>(readFileSync(`${centreFolder}${path}`, 'utf8'), {
    columns: true,
  });
  const missing = columns.filter((column) => rows[0]?.[column] === undefined);
  if (missing.length > 0) throw new Error(`${path} lacks ${missing.join(', ')}`);
  return rows;
}

/** The date `days` days after a date written YYYY-MM-DD. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
