import type { Selectable } from 'kysely';

import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { BudgetProfile, BudgetTemplate } from '../contract.ts';
import type {
  BudgetTables,
  CodesByRegister,
  LineTable,
  ProjectTable,
  PublicationTable,
  VersionTable,
  YearTable,
} from './tables.ts';

const tables = (db: Db) => db.$extendTables<BudgetTables>();

export type VersionRow = Selectable<VersionTable>;
export type LineRow = LineTable;
export type YearRow = Selectable<YearTable>;
export type PublicationRow = Selectable<PublicationTable>;

export function findYear(db: Db, centreId: number, year: number): Promise<YearRow | undefined> {
  return tables(db)
    .selectFrom('budget.year')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('year', '=', year)
    .executeTakeFirst();
}

/** The codes of each year that is loaded, oldest first. */
export function listYearCodes(
  db: Db,
  centreId: number,
): Promise<Array<Pick<YearRow, 'year' | 'codes'>>> {
  return tables(db)
    .selectFrom('budget.year')
    .select(['year', 'codes'])
    .where('centre_id', '=', centreId)
    .orderBy('year')
    .execute();
}

export async function listYears(db: Db, centreId: number): Promise<number[]> {
  const rows = await tables(db)
    .selectFrom('budget.year')
    .select('year')
    .where('centre_id', '=', centreId)
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ year }) => year);
}

export interface NewYear {
  readonly centreId: number;
  readonly year: number;
  readonly template: BudgetTemplate;
  readonly profile: BudgetProfile | null;
  readonly codes: CodesByRegister;
  readonly at: Date;
}

/** Records what a year brings. What a past year brought is never edited: a second load changes nothing. */
export function insertYear(tx: Tx, given: NewYear): void {
  const { centreId, year, template, profile, codes, at } = given;
  send(
    tx,
    tables(tx)
      .insertInto('budget.year')
      .values({
        centre_id: centreId,
        year,
        template: JSON.stringify(template),
        profile: profile === null ? null : JSON.stringify(profile),
        codes: JSON.stringify(codes),
        updated_at: at,
      })
      .onConflict((oc) => oc.columns(['centre_id', 'year']).doNothing()),
  );
}

export function insertProjects(tx: Tx, rows: readonly ProjectTable[]): void {
  if (rows.length === 0) return;
  send(
    tx,
    tables(tx)
      .insertInto('budget.project')
      .values([...rows])
      .onConflict((oc) => oc.columns(['centre_id', 'project_id']).doNothing()),
  );
}

export function listProjects(db: Db, centreId: number): Promise<ProjectTable[]> {
  return tables(db)
    .selectFrom('budget.project')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('project_id')
    .execute();
}

export function listVersions(db: Db, centreId: number): Promise<VersionRow[]> {
  return tables(db)
    .selectFrom('budget.version')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('year', 'desc')
    .orderBy('updated_at', 'desc')
    .execute();
}

/** Total and number of lines of each version. */
export function listTotals(db: Db, centreId: number) {
  return tables(db)
    .selectFrom('budget.line')
    .select((eb) => [
      'version_id',
      eb.cast<bigint>(eb.fn.sum('fen'), 'bigint').as('fen'),
      eb.cast<number>(eb.fn.countAll(), 'integer').as('lines'),
    ])
    .where('centre_id', '=', centreId)
    .groupBy('version_id')
    .execute();
}

function versionWhere(db: Db, centreId: number, id: string) {
  return tables(db)
    .selectFrom('budget.version')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('version_id', '=', id);
}

export function findVersion(db: Db, centreId: number, id: string): Promise<VersionRow | undefined> {
  return versionWhere(db, centreId, id).executeTakeFirst();
}

/** The row, kept from others until the transaction ends. */
export function lockVersion(tx: Tx, centreId: number, id: string): Promise<VersionRow | undefined> {
  return versionWhere(tx, centreId, id).forUpdate().executeTakeFirst();
}

export function listOfStage(
  db: Db,
  centreId: number,
  year: number,
  stage: VersionRow['stage'],
): Promise<VersionRow[]> {
  return tables(db)
    .selectFrom('budget.version')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('year', '=', year)
    .where('stage', '=', stage)
    .orderBy('number')
    .execute();
}

export function listLines(db: Db, centreId: number, versionId: string): Promise<LineRow[]> {
  return tables(db)
    .selectFrom('budget.line')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('version_id', '=', versionId)
    .orderBy('sort_order')
    .execute();
}

/** The lines of one project in every version. */
export function listLinesOfProject(
  db: Db,
  centreId: number,
  projectId: string,
): Promise<LineRow[]> {
  return tables(db)
    .selectFrom('budget.line')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('project_id', '=', projectId)
    .orderBy('sort_order')
    .execute();
}

const toJson = (row: VersionRow) => ({
  ...row,
  facts: row.facts === null ? null : JSON.stringify(row.facts),
  control_figures: JSON.stringify(row.control_figures),
});

export function insertVersion(tx: Tx, row: VersionRow): void {
  send(tx, tables(tx).insertInto('budget.version').values(toJson(row)));
}

export function updateVersion(tx: Tx, row: VersionRow): void {
  const { centre_id, version_id, ...changes } = toJson(row);
  send(
    tx,
    tables(tx)
      .updateTable('budget.version')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('version_id', '=', version_id),
  );
}

/** Puts these lines in place of those that a draft has. */
export function replaceLines(
  tx: Tx,
  { centre_id, version_id }: Pick<VersionRow, 'centre_id' | 'version_id'>,
  rows: readonly LineRow[],
): void {
  send(
    tx,
    tables(tx)
      .deleteFrom('budget.line')
      .where('centre_id', '=', centre_id)
      .where('version_id', '=', version_id),
  );
  if (rows.length > 0)
    send(
      tx,
      tables(tx)
        .insertInto('budget.line')
        .values([...rows]),
    );
}

export function insertPublication(tx: Tx, row: PublicationRow): void {
  send(
    tx,
    tables(tx)
      .insertInto('budget.publication')
      .values({ ...row, book: JSON.stringify(row.book) }),
  );
}

/** What is published of a year, or of the newest one. */
export function findPublication(
  db: Db,
  centreId: number,
  year: number | undefined,
): Promise<PublicationRow | undefined> {
  return tables(db)
    .selectFrom('budget.publication')
    .selectAll()
    .where('centre_id', '=', centreId)
    .$if(year !== undefined, (query) => query.where('year', '=', year ?? 0))
    .orderBy('year', 'desc')
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function listPublished(db: Db, centreId: number) {
  return tables(db)
    .selectFrom('budget.publication')
    .select(['version_id', 'year'])
    .where('centre_id', '=', centreId)
    .orderBy('year', 'desc')
    .execute();
}
