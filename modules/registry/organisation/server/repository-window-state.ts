import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { OrganisationTables, WindowStateRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<OrganisationTables>();

const ofWindow = (db: Db, centreId: number, windowId: string) =>
  tables(db)
    .selectFrom('organisation.window_state')
    .where('centre_id', '=', centreId)
    .where('window_id', '=', windowId);

export function insertState(tx: Tx, row: WindowStateRow): void {
  send(tx, tables(tx).insertInto('organisation.window_state').values(row));
}

export function findLastState(
  db: Db,
  centreId: number,
  windowId: string,
): Promise<WindowStateRow | undefined> {
  return ofWindow(db, centreId, windowId)
    .selectAll()
    .orderBy('change_id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function listStates(
  db: Db,
  centreId: number,
  windowId: string,
  page: { readonly cursor: Cursor | undefined; readonly limit: number },
): Promise<WindowStateRow[]> {
  return ofWindow(db, centreId, windowId)
    .selectAll()
    .where(afterCursor(page.cursor, ['change_id'], 'desc'))
    .orderBy('change_id', 'desc')
    .limit(page.limit + 1)
    .execute();
}

export async function countStates(db: Db, centreId: number, windowId: string): Promise<number> {
  const { count } = await ofWindow(db, centreId, windowId)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
