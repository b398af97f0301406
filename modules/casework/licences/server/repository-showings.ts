import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import { tables } from './repository.ts';
import type { ShowingRow } from './tables.ts';

export function insertShowing(tx: Tx, row: ShowingRow): void {
  send(tx, tables(tx).insertInto('licences.showing').values(row));
}

/** Ends the codes of a licence that somebody opened before and that nobody used. */
export function endShowings(
  tx: Tx,
  of: Pick<ShowingRow, 'centre_id' | 'licence_id' | 'opened_by'>,
  now: Date,
): void {
  send(
    tx,
    tables(tx)
      .updateTable('licences.showing')
      .set({ expires_at: now })
      .where('centre_id', '=', of.centre_id)
      .where('licence_id', '=', of.licence_id)
      .where('opened_by', '=', of.opened_by)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now),
  );
}

/** The row, kept from others until the transaction ends, so that a code works once however often it arrives at once. */
export function lockShowing(
  tx: Tx,
  centreId: number,
  codeHash: string,
): Promise<ShowingRow | undefined> {
  return tables(tx)
    .selectFrom('licences.showing')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('code_hash', '=', codeHash)
    .forUpdate()
    .executeTakeFirst();
}

export function findShowing(
  db: Db,
  centreId: number,
  showingId: string,
): Promise<ShowingRow | undefined> {
  return tables(db)
    .selectFrom('licences.showing')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('showing_id', '=', showingId)
    .executeTakeFirst();
}

export function useShowing(tx: Tx, row: ShowingRow): void {
  send(
    tx,
    tables(tx)
      .updateTable('licences.showing')
      .set({ used_at: row.used_at, used_by: row.used_by })
      .where('centre_id', '=', row.centre_id)
      .where('showing_id', '=', row.showing_id),
  );
}

/** Removes codes that ended before an instant; who verified what stays in the history of the licence. */
export function deleteShowings(tx: Tx, centreId: number, before: Date): void {
  send(
    tx,
    tables(tx)
      .deleteFrom('licences.showing')
      .where('centre_id', '=', centreId)
      .where('expires_at', '<', before),
  );
}
