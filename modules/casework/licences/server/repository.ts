import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { HistoryRow, LicenceRow, LicencesTables, MemberRow } from './tables.ts';

export const tables = (db: Db) => db.$extendTables<LicencesTables>();

function licences(db: Db, centreId: number) {
  return tables(db).selectFrom('licences.licence').selectAll().where('centre_id', '=', centreId);
}

export function findLicence(db: Db, centreId: number, id: string): Promise<LicenceRow | undefined> {
  return licences(db, centreId).where('licence_id', '=', id).executeTakeFirst();
}

/** The row, kept from others until the transaction ends. */
export function lockLicence(tx: Tx, centreId: number, id: string): Promise<LicenceRow | undefined> {
  return licences(tx, centreId).where('licence_id', '=', id).forUpdate().executeTakeFirst();
}

export function findByToken(
  db: Db,
  centreId: number,
  token: string,
): Promise<LicenceRow | undefined> {
  return licences(db, centreId).where('token', '=', token).executeTakeFirst();
}

export function findByIdentifier(
  db: Db,
  centreId: number,
  identifier: string,
): Promise<LicenceRow | undefined> {
  return licences(db, centreId).where('identifier', '=', identifier).executeTakeFirst();
}

/** All versions of a licence, the newest first. */
export function listEditions(db: Db, centreId: number, lineageId: string): Promise<LicenceRow[]> {
  return licences(db, centreId)
    .where('lineage_id', '=', lineageId)
    .orderBy('edition', 'desc')
    .execute();
}

/** The newest version of each lineage. */
export function listNewest(
  db: Db,
  centreId: number,
  lineageIds: readonly string[],
): Promise<LicenceRow[]> {
  if (lineageIds.length === 0) return Promise.resolve([]);
  return licences(db, centreId)
    .where('lineage_id', 'in', [...lineageIds])
    .distinctOn('lineage_id')
    .orderBy('lineage_id')
    .orderBy('edition', 'desc')
    .execute();
}

/** What a holder has in any state but superseded, the newest first. */
export function listOfHolder(db: Db, centreId: number, holderId: string): Promise<LicenceRow[]> {
  return licences(db, centreId)
    .where('holder_id', '=', holderId)
    .where('state', '<>', 'superseded')
    .orderBy('issued_at', 'desc')
    .limit(500)
    .execute();
}

export function insertLicence(tx: Tx, row: LicenceRow): void {
  send(tx, tables(tx).insertInto('licences.licence').values(row));
}

/** Writes the row anew; its version has to be one higher than what stands there. */
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

export function insertHistory(tx: Tx, row: HistoryRow): void {
  send(tx, tables(tx).insertInto('licences.history').values(row));
}

export function listHistory(db: Db, centreId: number, licenceId: string): Promise<HistoryRow[]> {
  return tables(db)
    .selectFrom('licences.history')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('licence_id', '=', licenceId)
    .orderBy('entry_id', 'desc')
    .limit(300)
    .execute();
}

export function insertMembers(tx: Tx, rows: readonly MemberRow[]): void {
  if (rows.length > 0)
    send(
      tx,
      tables(tx)
        .insertInto('licences.member')
        .values([...rows]),
    );
}

export function listMembers(
  db: Db,
  centreId: number,
  licenceIds: readonly string[],
): Promise<MemberRow[]> {
  if (licenceIds.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('licences.member')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('licence_id', 'in', [...licenceIds])
    .orderBy('position')
    .execute();
}
