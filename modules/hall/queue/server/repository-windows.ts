import { sql } from 'kysely';

import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import { tables } from './repository.ts';
import type { TicketRow, WindowEventRow, WindowServiceRow, WindowStateRow } from './tables.ts';

export function findWindow(
  db: Db,
  centreId: number,
  windowId: string,
): Promise<WindowStateRow | undefined> {
  return tables(db)
    .selectFrom('queue.window_state')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('window_id', '=', windowId)
    .executeTakeFirst();
}

/** The window at which an account is signed in. */
export function findWindowOf(
  db: Db,
  centreId: number,
  accountId: string,
): Promise<WindowStateRow | undefined> {
  return tables(db)
    .selectFrom('queue.window_state')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

export function listWindows(
  db: Db,
  centreId: number,
  of: { readonly siteId?: string; readonly windowIds?: readonly string[] },
): Promise<WindowStateRow[]> {
  return tables(db)
    .selectFrom('queue.window_state')
    .selectAll()
    .where('centre_id', '=', centreId)
    .$if(of.siteId !== undefined, (query) => query.where('site_id', '=', of.siteId ?? ''))
    .$if(of.windowIds !== undefined, (query) =>
      query.where('window_id', '=', sql<string>`any(${[...(of.windowIds ?? [])]}::uuid[])`),
    )
    .execute();
}

export function saveWindow(tx: Tx, row: WindowStateRow): void {
  const { centre_id: _centre, window_id: _window, ...changes } = row;
  send(
    tx,
    tables(tx)
      .insertInto('queue.window_state')
      .values(row)
      .onConflict((conflict) => conflict.columns(['centre_id', 'window_id']).doUpdateSet(changes)),
  );
}

export function insertWindowEvent(tx: Tx, row: WindowEventRow): void {
  send(tx, tables(tx).insertInto('queue.window_event').values(row));
}

/** Tickets that a window calls or serves now. */
export function listCurrent(
  db: Db,
  centreId: number,
  windowIds: readonly string[],
): Promise<TicketRow[]> {
  return tables(db)
    .selectFrom('queue.ticket')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('window_id', '=', sql<string>`any(${[...windowIds]}::uuid[])`)
    .where('state', 'in', ['called', 'serving'])
    .execute();
}

/** What a window had in its hands today in these states, newest first. */
export function listAtWindow(
  db: Db,
  centreId: number,
  of: {
    readonly windowId: string;
    readonly day: string;
    readonly states: ReadonlyArray<TicketRow['state']>;
    readonly limit: number;
  },
): Promise<TicketRow[]> {
  return tables(db)
    .selectFrom('queue.ticket')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('window_id', '=', of.windowId)
    .where('day', '=', of.day)
    .where('state', 'in', [...of.states])
    .orderBy('last_called_at', 'desc')
    .limit(of.limit)
    .execute();
}

/** Tickets that were sent to a window go back to everybody in their line; their place stays. */
export function freeTargets(tx: Tx, centreId: number, windowId: string, day: string): void {
  send(
    tx,
    tables(tx)
      .updateTable('queue.ticket')
      .set({ target_window_id: null })
      .where('centre_id', '=', centreId)
      .where('day', '=', day)
      .where('state', '=', 'waiting')
      .where('target_window_id', '=', windowId),
  );
}

export function listServices(
  db: Db,
  centreId: number,
  of: { readonly windowId?: string; readonly businessIds?: readonly string[] } = {},
): Promise<WindowServiceRow[]> {
  return tables(db)
    .selectFrom('queue.window_service')
    .selectAll()
    .where('centre_id', '=', centreId)
    .$if(of.windowId !== undefined, (query) => query.where('window_id', '=', of.windowId ?? ''))
    .$if(of.businessIds !== undefined, (query) =>
      query.where('business_id', '=', sql<string>`any(${[...(of.businessIds ?? [])]}::uuid[])`),
    )
    .execute();
}

export function saveServices(
  tx: Tx,
  centreId: number,
  windowId: string,
  rows: readonly WindowServiceRow[],
): void {
  send(
    tx,
    tables(tx)
      .deleteFrom('queue.window_service')
      .where('centre_id', '=', centreId)
      .where('window_id', '=', windowId),
  );
  if (rows.length > 0)
    send(
      tx,
      tables(tx)
        .insertInto('queue.window_service')
        .values([...rows]),
    );
}
