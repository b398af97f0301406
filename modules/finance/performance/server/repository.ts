import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { PerformanceTables, TargetRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<PerformanceTables>();

export interface TargetFilter {
  readonly search?: string | undefined;
  readonly limit: number;
  readonly cursor: Cursor | undefined;
}

function targetsWhere(db: Db, centreId: number, search: string | undefined) {
  const pattern = `%${search ?? ''}%`;
  return tables(db)
    .selectFrom('performance.target')
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

export function listTargets(db: Db, centreId: number, filter: TargetFilter): Promise<TargetRow[]> {
  return targetsWhere(db, centreId, filter.search)
    .selectAll()
    .where(afterCursor(filter.cursor, ['code']))
    .orderBy('code')
    .limit(filter.limit + 1)
    .execute();
}

export async function countTargets(
  db: Db,
  centreId: number,
  search: string | undefined,
): Promise<number> {
  const { count } = await targetsWhere(db, centreId, search)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function targetWhere(db: Db, centreId: number, id: string) {
  return tables(db)
    .selectFrom('performance.target')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('target_id', '=', id);
}

export function findTarget(db: Db, centreId: number, id: string): Promise<TargetRow | undefined> {
  return targetWhere(db, centreId, id).executeTakeFirst();
}

/** The row, kept from others until the transaction ends. */
export function lockTarget(tx: Tx, centreId: number, id: string): Promise<TargetRow | undefined> {
  return targetWhere(tx, centreId, id).forUpdate().executeTakeFirst();
}

export function insertTarget(tx: Tx, row: TargetRow): void {
  send(tx, tables(tx).insertInto('performance.target').values(row));
}

export function updateTarget(tx: Tx, row: TargetRow): void {
  const { centre_id, target_id, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('performance.target')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('target_id', '=', target_id),
  );
}
