import { type Cursor, afterCursor } from '../db/keyset.ts';
import { send } from '../db/transaction.ts';
import type { Db, Tx } from '../db/types.ts';
import type { FileTables, StoredFileRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<FileTables>();

export function insertFile(tx: Tx, row: StoredFileRow): void {
  send(tx, tables(tx).insertInto('kernel.stored_file').values(row));
}

export function findFile(
  db: Db,
  centreId: number,
  fileId: string,
): Promise<StoredFileRow | undefined> {
  return tables(db)
    .selectFrom('kernel.stored_file')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('file_id', '=', fileId)
    .executeTakeFirst();
}

export function lockFile(
  tx: Tx,
  centreId: number,
  fileId: string,
): Promise<StoredFileRow | undefined> {
  return tables(tx)
    .selectFrom('kernel.stored_file')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('file_id', '=', fileId)
    .forUpdate()
    .executeTakeFirst();
}

export function setState(tx: Tx, row: StoredFileRow): void {
  send(
    tx,
    tables(tx)
      .updateTable('kernel.stored_file')
      .set({ state: row.state, state_reason: row.state_reason })
      .where('centre_id', '=', row.centre_id)
      .where('file_id', '=', row.file_id),
  );
}

export function setSubject(tx: Tx, row: StoredFileRow): void {
  send(
    tx,
    tables(tx)
      .updateTable('kernel.stored_file')
      .set({ subject_kind: row.subject_kind, subject_id: row.subject_id })
      .where('centre_id', '=', row.centre_id)
      .where('file_id', '=', row.file_id),
  );
}

/** What hangs on a record, the oldest first; contents that were destroyed are left out. */
export function listOfSubject(
  db: Db,
  centreId: number,
  of: { readonly kind: string; readonly id: string; readonly purpose: string },
): Promise<StoredFileRow[]> {
  return tables(db)
    .selectFrom('kernel.stored_file')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('subject_kind', '=', of.kind)
    .where('subject_id', '=', of.id)
    .where('purpose', '=', of.purpose)
    .where('state', '!=', 'destroyed')
    .orderBy('uploaded_at')
    .orderBy('file_id')
    .execute();
}

/** What came in a session and hangs on no record, kept from others until the transaction ends. */
export function lockLoose(tx: Tx, centreId: number, sessionId: string): Promise<StoredFileRow[]> {
  return tables(tx)
    .selectFrom('kernel.stored_file')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('session_id', '=', sessionId)
    .where('subject_id', 'is', null)
    .where('state', '!=', 'destroyed')
    .forUpdate()
    .execute();
}

/** How many records other than this one still need the content. */
export async function countOthersWithContent(db: Db, row: StoredFileRow): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('kernel.stored_file')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .where('centre_id', '=', row.centre_id)
    .where('hash', '=', row.hash)
    .where('file_id', '!=', row.file_id)
    .where('state', '!=', 'destroyed')
    .executeTakeFirstOrThrow();
  return count;
}

export function listWithheld(
  db: Db,
  centreId: number,
  filter: { readonly cursor: Cursor | undefined; readonly limit: number },
): Promise<StoredFileRow[]> {
  return tables(db)
    .selectFrom('kernel.stored_file')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('state', '!=', 'available')
    .where(afterCursor(filter.cursor, ['uploaded_at', 'file_id'], 'desc'))
    .orderBy('uploaded_at', 'desc')
    .orderBy('file_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

export function listAwaitingScan(db: Db, centreId: number): Promise<StoredFileRow[]> {
  return tables(db)
    .selectFrom('kernel.stored_file')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('state', '=', 'awaiting-scan')
    .orderBy('uploaded_at')
    .limit(100)
    .execute();
}
