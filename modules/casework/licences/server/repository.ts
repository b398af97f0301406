import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { LicencesTables, LicenceRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<LicencesTables>();

export interface LicenceFilter {
  readonly search?: string | undefined;
  readonly limit: number;
  readonly cursor: Cursor | undefined;
}

function licencesWhere(db: Db, centreId: number, search: string | undefined) {
  const pattern = `%${search ?? ''}%`;
  return tables(db)
    .selectFrom('licences.licence')
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

export function listLicences(
  db: Db,
  centreId: number,
  filter: LicenceFilter,
): Promise<LicenceRow[]> {
  return licencesWhere(db, centreId, filter.search)
    .selectAll()
    .where(afterCursor(filter.cursor, ['code']))
    .orderBy('code')
    .limit(filter.limit + 1)
    .execute();
}

export async function countLicences(
  db: Db,
  centreId: number,
  search: string | undefined,
): Promise<number> {
  const { count } = await licencesWhere(db, centreId, search)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function licenceWhere(db: Db, centreId: number, id: string) {
  return tables(db)
    .selectFrom('licences.licence')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('licence_id', '=', id);
}

export function findLicence(db: Db, centreId: number, id: string): Promise<LicenceRow | undefined> {
  return licenceWhere(db, centreId, id).executeTakeFirst();
}

/** The row, kept from others until the transaction ends. */
export function lockLicence(tx: Tx, centreId: number, id: string): Promise<LicenceRow | undefined> {
  return licenceWhere(tx, centreId, id).forUpdate().executeTakeFirst();
}

export function insertLicence(tx: Tx, row: LicenceRow): void {
  send(tx, tables(tx).insertInto('licences.licence').values(row));
}

export function updateLicence(tx: Tx, row: LicenceRow): void {
  const { centre_id, licence_id, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('licences.licence')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('licence_id', '=', licence_id),
  );
}
