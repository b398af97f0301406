import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

/** Of finance, whose sheets tell a whole year. */
const YEARLY = /^(?:contracts|budget)\//u;

/** Narrows the manifest of a copy to the sheets of finance, or to all others. */
export function keepInManifest(folder: string, which: 'finance' | 'others'): void {
  const path = join(folder, 'manifest.json');
  const kept = join(folder, 'manifest-whole.json');
  if (!existsSync(kept)) cpSync(path, kept);
  const manifest = JSON.parse(readFileSync(kept, 'utf8')) as Record<string, unknown>;
  const narrowed = Object.entries(manifest).map(([name, value]) => [
    name,
    Array.isArray(value)
      ? value.filter((one: { path: string }) => YEARLY.test(one.path) === (which === 'finance'))
      : value,
  ]);
  writeFileSync(path, JSON.stringify(Object.fromEntries(narrowed)));
}

type Rows = ReadonlyArray<Readonly<Record<string, string>>>;

/**
 * Copies the sheets of a centre as they could have been on an earlier day: without people who were not born yet and
 * firms that were not founded yet, nor what hangs on them.
 */
export function copyAsOf(folder: string, to: string, day: string): void {
  cpSync(folder, to, { recursive: true });
  const parties = read(join(folder, 'parties/parties.csv'));
  const { kept, dropped } = dropLater(parties, day);
  if (dropped.size === 0) return;
  write(join(to, 'parties/parties.csv'), kept);
  for (const name of [
    'parties/representatives.csv',
    'parties/duplicates.csv',
    'licences/licences.csv',
  ])
    write(join(to, name), dropNaming(read(join(folder, name)), dropped));
}

/** The parties that there are on a day, and what the others are known by. */
export function dropLater(
  parties: Rows,
  day: string,
): { readonly kept: Rows; readonly dropped: ReadonlySet<string> } {
  const isThere = (row: Readonly<Record<string, string>>) =>
    [row['bornOn'], row['establishedOn']].every((date = '') => date <= day);
  const dropped = parties.filter((row) => !isThere(row));
  return {
    kept: parties.filter(isThere),
    dropped: new Set(
      dropped.flatMap((row) => [row['partyNo'] ?? '', row['identifierNumber'] ?? '']),
    ),
  };
}

/** Rows that name none of these. */
export const dropNaming = (rows: Rows, names: ReadonlySet<string>): Rows =>
  rows.filter((row) => !Object.values(row).some((cell) => names.has(cell)));

const read = (path: string): Rows => parse(readFileSync(path), { columns: true, bom: true });

function write(path: string, rows: Rows): void {
  const headings = Object.keys(rows[0] ?? {});
  const lines = [headings, ...rows.map((row) => headings.map((name) => row[name] ?? ''))];
  writeFileSync(path, `${lines.map((cells) => cells.map(quote).join(',')).join('\n')}\n`);
}

const quote = (cell: string) => (/[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
