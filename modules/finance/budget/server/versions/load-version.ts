import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type BookGiven,
  type BudgetLine,
  type BudgetVersion,
  type LineCheck,
  type LineShape,
  makeBook,
  type MadeBook,
  problems,
  readLines,
} from '../../contract.ts';
import type { BudgetDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { toBudgetLine, toCodeNames, toExchangeRow, toVersion } from '../view.ts';

export async function getYear(db: Db, centreId: number, year: number) {
  const row = await repository.findYear(db, centreId, year);
  if (row === undefined) throw new ProblemError(problems.noYear, { year });
  return row;
}

/** What lines of a year are checked against: its codes, and where codes that it has not are known from. */
export async function getLineCheck(db: Db, centreId: number, year: number): Promise<LineCheck> {
  const codes = toCodeNames((await getYear(db, centreId, year)).codes);
  const elsewhere = new Map<string, number>();
  for (const other of await repository.listYearCodes(db, centreId))
    for (const code of Object.keys({ ...other.codes.function, ...other.codes.economic }))
      if (!codes.function.has(code) && !codes.economic.has(code)) elsewhere.set(code, other.year);
  return { codes, year, elsewhere };
}

export async function loadLines(db: Db, row: repository.VersionRow): Promise<BudgetLine[]> {
  return (await repository.listLines(db, row.centre_id, row.version_id)).map(toBudgetLine);
}

/** A version as people see it. */
export async function loadView(db: Db, row: repository.VersionRow): Promise<BudgetVersion> {
  const [lines, published] = await Promise.all([
    loadLines(db, row),
    repository.listPublished(db, row.centre_id),
  ]);
  return toVersion(
    row,
    lines,
    published.some(({ version_id: id }) => id === row.version_id),
  );
}

export async function getVersionRow(db: Db, centreId: number, id: string) {
  return orNotFound(await repository.findVersion(db, centreId, id));
}

/** Typed lines as lines; every one is checked by the rules of the exchange format. */
export async function checkLines(
  db: Db,
  { centre_id, year }: Pick<repository.VersionRow, 'centre_id' | 'year'>,
  rows: readonly LineShape[],
): Promise<readonly BudgetLine[]> {
  const { lines, faults } = readLines(
    rows.map((line) => toExchangeRow(line, year)),
    await getLineCheck(db, centre_id, year),
  );
  const [first] = faults;
  if (first === undefined) return lines;
  const { row, field, value, zh, en } = first;
  // The first row of a sheet is its heading; typed lines have none.
  const reason = { 'zh-CN': zh, en };
  const values = { reason, row: row - 1, field, value, count: faults.length };
  throw new ProblemError(problems.badLines, values, {
    faults: faults.map((fault) => ({
      path: `rows.${fault.row - 2}.${fault.field}`,
      reason: { 'zh-CN': fault.zh, en: fault.en },
    })),
  });
}

/** What the book of a version is made of; targets as they are approved now. */
export async function loadBookGiven(
  { listTargets }: Pick<BudgetDeps, 'listTargets'>,
  db: Db,
  row: repository.VersionRow,
  lines?: readonly BudgetLine[],
): Promise<BookGiven> {
  const year = await getYear(db, row.centre_id, row.year);
  if (row.facts === null) throw new ProblemError(problems.noYear, { year: row.year });
  return {
    template: year.template,
    facts: row.facts,
    codes: toCodeNames(year.codes),
    lines: lines ?? (await loadLines(db, row)),
    targets: (await listTargets?.(db, row.centre_id, row.year)) ?? [],
  };
}

export async function loadBook(
  deps: Pick<BudgetDeps, 'listTargets'>,
  db: Db,
  row: repository.VersionRow,
): Promise<MadeBook> {
  return makeBook(await loadBookGiven(deps, db, row));
}
