import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { MattersTables, MatterRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<MattersTables>();

export interface MatterFilter {
  readonly search?: string | undefined;
  readonly limit: number;
  readonly cursor: Cursor | undefined;
}

function mattersWhere(db: Db, centreId: number, search: string | undefined) {
  const pattern = `%${search ?? ''}%`;
  return tables(db)
    .selectFrom('matters.matter')
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

export function listMatters(db: Db, centreId: number, filter: MatterFilter): Promise<MatterRow[]> {
  return mattersWhere(db, centreId, filter.search)
    .selectAll()
    .where(afterCursor(filter.cursor, ['code']))
    .orderBy('code')
    .limit(filter.limit + 1)
    .execute();
}

export async function countMatters(
  db: Db,
  centreId: number,
  search: string | undefined,
): Promise<number> {
  const { count } = await mattersWhere(db, centreId, search)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function matterWhere(db: Db, centreId: number, id: string) {
  return tables(db)
    .selectFrom('matters.matter')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('matter_id', '=', id);
}

export function findMatter(db: Db, centreId: number, id: string): Promise<MatterRow | undefined> {
  return matterWhere(db, centreId, id).executeTakeFirst();
}

/** The row, kept from others until the transaction ends. */
export function lockMatter(tx: Tx, centreId: number, id: string): Promise<MatterRow | undefined> {
  return matterWhere(tx, centreId, id).forUpdate().executeTakeFirst();
}

export function insertMatter(tx: Tx, row: MatterRow): void {
  send(tx, tables(tx).insertInto('matters.matter').values(row));
}

export function updateMatter(tx: Tx, row: MatterRow): void {
  const { centre_id, matter_id, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('matters.matter')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('matter_id', '=', matter_id),
  );
}
