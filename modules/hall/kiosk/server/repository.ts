import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { KioskTables, LinkRow, VisitRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<KioskTables>();

export function insertVisit(tx: Tx, row: VisitRow): void {
  send(tx, tables(tx).insertInto('kiosk.visit').values(row));
}

/** Visits that nobody has ended at a device, kept from others until the transaction ends. */
export const lockOpenVisits = (
  tx: Tx,
  centreId: number,
  deviceAccountId: string,
): Promise<VisitRow[]> =>
  tables(tx)
    .selectFrom('kiosk.visit')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('device_account_id', '=', deviceAccountId)
    .where('ended_at', 'is', null)
    .forUpdate()
    .execute();

/** Visits whose kiosk never came back to end them. */
export const listOverdue = (db: Db, centreId: number, now: Date): Promise<VisitRow[]> =>
  tables(db)
    .selectFrom('kiosk.visit')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('ended_at', 'is', null)
    .where('ends_at', '<=', now)
    .limit(100)
    .execute();

export const findVisitOfSession = (
  db: Db,
  centreId: number,
  sessionId: string,
): Promise<VisitRow | undefined> =>
  tables(db)
    .selectFrom('kiosk.visit')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();

export const findVisit = (
  db: Db,
  centreId: number,
  visitId: string,
): Promise<VisitRow | undefined> =>
  tables(db)
    .selectFrom('kiosk.visit')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('visit_id', '=', visitId)
    .executeTakeFirst();

/** Marks a visit as ended and closes its links. */
export function endVisit(tx: Tx, row: VisitRow): void {
  const all = tables(tx);
  send(
    tx,
    all
      .updateTable('kiosk.visit')
      .set({ ended_at: row.ended_at, ended_why: row.ended_why })
      .where('centre_id', '=', row.centre_id)
      .where('visit_id', '=', row.visit_id),
    all
      .updateTable('kiosk.upload_link')
      .set({ closed_at: row.ended_at })
      .where('centre_id', '=', row.centre_id)
      .where('visit_id', '=', row.visit_id)
      .where('closed_at', 'is', null),
  );
}

export function insertLink(tx: Tx, row: LinkRow): void {
  send(tx, tables(tx).insertInto('kiosk.upload_link').values(row));
}

/** One phone at a time: a new link closes those before it. */
export function closeLinks(tx: Tx, visit: VisitRow, at: Date): void {
  send(
    tx,
    tables(tx)
      .updateTable('kiosk.upload_link')
      .set({ closed_at: at })
      .where('centre_id', '=', visit.centre_id)
      .where('visit_id', '=', visit.visit_id)
      .where('closed_at', 'is', null),
  );
}

export const findLink = (db: Db, centreId: number, linkId: string): Promise<LinkRow | undefined> =>
  tables(db)
    .selectFrom('kiosk.upload_link')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('link_id', '=', linkId)
    .executeTakeFirst();

/** The link of a token, kept from others until the transaction ends. */
export const lockLinkOfToken = (
  tx: Tx,
  centreId: number,
  tokenHash: string,
): Promise<LinkRow | undefined> =>
  tables(tx)
    .selectFrom('kiosk.upload_link')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('token_hash', '=', tokenHash)
    .forUpdate()
    .executeTakeFirst();

export function updateLink(
  tx: Tx,
  { centre_id: centreId, link_id: linkId }: LinkRow,
  changes: Partial<Pick<LinkRow, 'nonce_hash' | 'closed_at' | 'file_ids'>>,
): void {
  send(
    tx,
    tables(tx)
      .updateTable('kiosk.upload_link')
      .set(changes)
      .where('centre_id', '=', centreId)
      .where('link_id', '=', linkId),
  );
}
