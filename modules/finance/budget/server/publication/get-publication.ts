import { localDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';
import { toYuanText } from '#kernel/money/fen.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type Publication, toLineShape } from '../../contract.ts';
import type { BudgetDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { getYear, loadLines } from '../versions/load-version.ts';
import { sumOf } from '../view.ts';
import { readBack } from './read-back.ts';

/** What is published of a year, or of the newest; for everybody. */
export async function getPublication(
  deps: BudgetDeps,
  centreId: number,
  year: number | undefined,
): Promise<Publication> {
  const { db } = deps.database;
  const row = orNotFound(await repository.findPublication(db, centreId, year));
  const version = orNotFound(await repository.findVersion(db, centreId, row.version_id));
  return toPublication(deps, db, row, version);
}

export async function toPublication(
  { clock, listPaid }: BudgetDeps,
  db: Db,
  row: repository.PublicationRow,
  version: repository.VersionRow,
): Promise<Publication> {
  const [lines, projects, published, year, paid] = await Promise.all([
    loadLines(db, version),
    repository.listProjects(db, row.centre_id),
    repository.listPublished(db, row.centre_id),
    getYear(db, row.centre_id, row.year),
    listPaid?.(db, row.centre_id, row.year),
  ]);
  const names = new Map(projects.map((project) => [project.project_id, project.name]));
  const ids = [...new Set(lines.flatMap(({ projectId }) => (projectId === '' ? [] : [projectId])))];
  const { figures, differences } = readBack(row.book);
  const today = localDay(clock.now());
  const publishedOn = localDay(row.published_at);
  return {
    id: row.publication_id,
    year: row.year,
    hash: row.hash,
    publishedAt: row.published_at.toISOString(),
    timer: {
      approvedOn: row.approved_on,
      dueOn: row.due_on,
      isOverdue: row.due_on !== null && publishedOn > row.due_on && today > row.due_on,
    },
    book: row.book,
    lines: lines.map(toLineShape),
    projects: ids.map((id) => ({
      id,
      name: names.get(id) ?? id,
      amount: toYuanText(sumOf(lines.filter(({ projectId }) => projectId === id))),
      paid: toPaid(paid?.get(id)),
    })),
    codes: namesOfUsed(year.codes, lines),
    readBack: { figures, differences: differences.length },
    years: [...new Set(published.map((one) => one.year))],
  };
}

const toPaid = (fen: bigint | undefined) => (fen === undefined ? null : toYuanText(fen));

function namesOfUsed(
  codes: repository.YearRow['codes'],
  lines: Awaited<ReturnType<typeof loadLines>>,
): Publication['codes'] {
  const pick = (names: Readonly<Record<string, string>>, wanted: readonly string[]) =>
    Object.fromEntries(
      wanted.flatMap((code) => {
        const name = names[code];
        return name === undefined ? [] : [[code, name] as const];
      }),
    );
  const prefixes = (code: string, lengths: readonly number[]) =>
    lengths.map((length) => code.slice(0, length));
  return {
    function: pick(codes.function, [
      ...new Set(lines.flatMap((line) => prefixes(line.functionCode, [3, 5, 7]))),
    ]),
    economic: pick(codes.economic, [
      ...new Set(lines.flatMap((line) => prefixes(line.economicCode, [3, 5]))),
    ]),
  };
}
