import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { CasesTables, CaseRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<CasesTables>();

export interface CaseFilter {
  readonly search?: string | undefined;
  readonly limit: number;
  readonly cursor: Cursor | undefined;
}

function casesWhere(db: Db, centreId: number, search: string | undefined) {
  const pattern = `%${search ?? ''}%`;
  return tables(db)
    .selectFrom('cases.case')
    .where('centre_id', '=', centreId)
    .$if(search !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('code', 'ilike', pattern),
          eb('name_zh', 'ilike', pattern),
          eb('name_en', 'ilike', pattern),
        ]),
      ),
    );
}

export function listCases(db: Db, centreId: number, filter: CaseFilter): Promise<CaseRow[]> {
  return casesWhere(db, centreId, filter.search)
    .selectAll()
    .where(afterCursor(filter.cursor, ['code']))
    .orderBy('code')
    .limit(filter.limit + 1)
    .execute();
}

export async function countCases(
  db: Db,
  centreId: number,
  search: string | undefined,
): Promise<number> {
  const { count } = await casesWhere(db, centreId, search)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function caseWhere(db: Db, centreId: number, id: string) {
  return tables(db)
    .selectFrom('cases.case')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', id);
}

export function findCase(db: Db, centreId: number, id: string): Promise<CaseRow | undefined> {
  return caseWhere(db, centreId, id).executeTakeFirst();
}

/** The row, kept from others until the transaction ends. */
export function lockCase(tx: Tx, centreId: number, id: string): Promise<CaseRow | undefined> {
  return caseWhere(tx, centreId, id).forUpdate().executeTakeFirst();
}

export function insertCase(tx: Tx, row: CaseRow): void {
  send(tx, tables(tx).insertInto('cases.case').values(row));
}

export function updateCase(tx: Tx, row: CaseRow): void {
  const { centre_id, case_id, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('cases.case')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('case_id', '=', case_id),
  );
}
