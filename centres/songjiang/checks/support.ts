import { readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';

export type Row = Readonly<Record<string, string>>;

/** The text of a file of this centre, by its path inside the centre's folder. */
export function readCentreFile(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
}

/** The rows of a table of this centre, every cell as the text that stands there. */
export function readRows(path: string): Row[] {
  return parse<Row>(readCentreFile(path), { columns: true });
}

/** The cells of one column. Throws when the column does not exist, so that no check passes on nothing. */
export function column(rows: readonly Row[], name: string): string[] {
  return rows.map((row) => {
    const cell = row[name];
    if (cell === undefined) throw new Error(`No column ${name}`);
    return cell;
  });
}

/** The cells that occur more than once. */
export function repeated(cells: readonly string[]): string[] {
  return cells.filter((cell, at) => cells.indexOf(cell) !== at);
}

/** The cells, lists taken apart at `|`, that are not among `known`; empty cells point nowhere. */
export function dangling(cells: readonly string[], known: readonly string[]): string[] {
  const all = new Set(known);
  return cells.flatMap((cell) => cell.split('|')).filter((code) => code !== '' && !all.has(code));
}

/** How often each cell occurs. */
export function tally(cells: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const cell of cells) counts[cell] = (counts[cell] ?? 0) + 1;
  return counts;
}

/** GB 32100 and the organisation code inside it, written from the standards and from nothing else. */
export function isCreditCode(code: string): boolean {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  if (!new RegExp(`^[${alphabet}]{18}$`).test(code)) return false;
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  if ((sum + alphabet.indexOf(code.charAt(17))) % 31 !== 0) return false;
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const inner = weights.reduce(
    (total, each, at) => total + each * Number.parseInt(code.charAt(8 + at), 36),
    0,
  );
  const last = code.charAt(16);
  return (inner + (last === 'X' ? 10 : Number(last))) % 11 === 0;
}

/** GB 11643 as ISO 7064 MOD 11-2: doubling and adding from the left must leave 1. */
export function isCitizenNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  let rest = 0;
  for (const character of number) {
    rest = (rest * 2 + (character === 'X' ? 10 : Number(character))) % 11;
  }
  const day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const real = !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
  return real && rest === 1;
}
