import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import { addDays, daysBetween } from '#kernel/clock/day.ts';

/** Of finance, whose sheets tell a whole year. */
const YEARLY = /^(?:contracts|budget)\//u;
/** So many days after the simulated one is finance recorded: the end of what its sheets can tell. */
export const YEAR_DAYS = 366;
const CONTRACTS = 'contracts/contracts.csv';

/** What tells of days on which nothing of a simulated one can hang: sets, parcels and their months, dated and paid. */
const LEFT_OUT = /^(?:seals\/past-|courier\/)/u;

/** Narrows the manifest of a copy to the sheets of finance, or to all others. */
export function keepInManifest(folder: string, which: 'finance' | 'others'): void {
  const path = join(folder, 'manifest.json');
  const kept = join(folder, 'manifest-whole.json');
  if (!existsSync(kept)) cpSync(path, kept);
  const manifest = JSON.parse(readFileSync(kept, 'utf8')) as Record<string, unknown>;
  const narrowed = Object.entries(manifest).map(([name, value]) => [
    name,
    Array.isArray(value)
      ? value.filter(
          ({ path: of }: { path: string }) =>
            !LEFT_OUT.test(of) && YEARLY.test(of) === (which === 'finance'),
        )
      : value,
  ]);
  writeFileSync(path, JSON.stringify(Object.fromEntries(narrowed)));
}

type Row = Readonly<Record<string, string>>;
type Rows = readonly Row[];

const PARTIES = 'parties/parties.csv';
/** What hangs on people and firms. */
const OF_PARTIES = [
  'parties/representatives.csv',
  'parties/duplicates.csv',
  'licences/licences.csv',
];
/** What tells of days gone by, up to the day on which the sheets were written. */
const TOLD = [
  'queue/past-visits.csv',
  'evaluation/past-ratings.csv',
  'premises/buildings.csv',
  'premises/units.csv',
  'premises/occupants.csv',
];

/**
 * Copies the sheets of a centre as they could have been on an earlier day: people who were not born yet are left out
 * with what hangs on them; what was founded, filed or happened later is set back by whole weeks, all by as many.
 */
export function copyAsOf(folder: string, to: string, day: string): void {
  cpSync(folder, to, { recursive: true });
  const parties = read(join(folder, PARTIES));
  const { kept, dropped } = dropLater(parties, day);
  const contracts = read(join(folder, CONTRACTS));
  write(join(to, CONTRACTS), dropSignedLater(contracts, addDays(day, YEAR_DAYS)));
  const told = TOLD.filter((name) => existsSync(join(folder, name)));
  const weeks = countWeeks([...kept, ...told.flatMap((name) => read(join(folder, name)))], day);
  if (weeks === 0 && dropped.size === 0) return;
  const later = new Set(kept.filter((row) => isLater(row['establishedOn'], day)).flatMap(namesOf));
  for (const name of [PARTIES, ...OF_PARTIES]) {
    const rows = name === PARTIES ? kept : dropNaming(read(join(folder, name)), dropped);
    write(
      join(to, name),
      rows.map((row) => (hasAny(row, later) ? setBack(row, weeks) : row)),
    );
  }
  for (const name of told)
    write(
      join(to, name),
      read(join(folder, name)).map((row) => setBack(row, weeks)),
    );
}

const isLater = (date: string | undefined, day: string): boolean => (date ?? '') > day;
const namesOf = (row: Row): string[] =>
  [row['partyNo'] ?? '', row['identifierNumber'] ?? ''].filter((name) => name !== '');
const hasAny = (row: Row, names: ReadonlySet<string>): boolean =>
  Object.values(row).some((cell) => names.has(cell));

/** The people that there are on a day with all firms, and what the others are known by. */
export function dropLater(
  parties: Rows,
  day: string,
): { readonly kept: Rows; readonly dropped: ReadonlySet<string> } {
  const dropped = parties.filter((row) => isLater(row['bornOn'], day));
  return {
    kept: parties.filter((row) => !isLater(row['bornOn'], day)),
    dropped: new Set(dropped.flatMap(namesOf)),
  };
}

/** The contracts that can have been signed when finance is recorded. */
export const dropSignedLater = (contracts: Rows, until: string): Rows =>
  contracts.filter((row) => !isLater(row['signedOn'], until));

/** Rows that name none of these. */
export const dropNaming = (rows: Rows, names: ReadonlySet<string>): Rows =>
  rows.filter((row) => !hasAny(row, names));

/** Columns that say when something happened; others say until when something holds. */
const HAPPENED = new Set(['day', 'establishedOn', 'since', 'titleFrom', 'rightFrom', 'otherFrom']);
const DATE = /^\d{4}-\d{2}-\d{2}$/u;
const WEEK = 7;

/** By how many weeks everything is set back so that all of it lies before the day. */
export function countWeeks(rows: Rows, day: string): number {
  const dates = rows.flatMap((row) =>
    Object.entries(row).flatMap(([name, cell]) =>
      HAPPENED.has(name) && DATE.test(cell) ? [cell] : [],
    ),
  );
  const last = dates.reduce((latest, date) => (date > latest ? date : latest), '');
  return last < day ? 0 : Math.floor(daysBetween(day, last) / WEEK) + 1;
}

/** A row with all its days so many weeks earlier: the days of the week stay. */
export const setBack = (row: Row, weeks: number): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [
      name,
      DATE.test(cell) ? addDays(cell, -WEEK * weeks) : cell,
    ]),
  );

const read = (path: string): Rows =>
  existsSync(path) ? parse(readFileSync(path), { columns: true, bom: true }) : [];

function write(path: string, rows: Rows): void {
  if (rows.length === 0) return;
  const headings = Object.keys(rows[0] ?? {});
  const lines = [headings, ...rows.map((row) => headings.map((name) => row[name] ?? ''))];
  writeFileSync(path, `${lines.map((cells) => cells.map(quote).join(',')).join('\n')}\n`);
}

const quote = (cell: string) => (/[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
