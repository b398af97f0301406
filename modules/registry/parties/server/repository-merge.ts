import { sql } from 'kysely';

import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { MovableTable, Move, NotDuplicateRow, PartiesTables } from './tables.ts';

const tables = (db: Db) => db.$extendTables<PartiesTables>();

const ID_COLUMNS: Readonly<Record<MovableTable, string>> = {
  'parties.identifier': 'identifier_id',
  'parties.contact': 'contact_id',
  'parties.verification': 'verification_id',
  'parties.mandate': 'mandate_id',
  'parties.sign_in': 'sign_in_id',
};

/** Hangs a row on another party; its version then is the one the move names. */
export function moveRow(tx: Tx, centreId: number, move: Move, partyId: string): void {
  const update = sql`UPDATE ${sql.table(move.table)}
    SET ${sql.ref(move.column)} = ${partyId}, version = ${move.version}
    WHERE centre_id = ${centreId} AND ${sql.ref(ID_COLUMNS[move.table])} = ${move.id}`;
  send(tx, { compile: () => update.compile(tx) });
}

export interface MovedNow {
  readonly version: number;
  readonly partyId: string;
}

/** Where a moved row hangs now and in which version; undefined when it is gone. */
export async function findMoved(
  tx: Tx,
  centreId: number,
  move: Move,
): Promise<MovedNow | undefined> {
  const found = await sql<MovedNow>`SELECT version, ${sql.ref(move.column)} AS "partyId"
    FROM ${sql.table(move.table)}
    WHERE centre_id = ${centreId} AND ${sql.ref(ID_COLUMNS[move.table])} = ${move.id} FOR UPDATE`.execute(
    tx,
  );
  return found.rows[0];
}

export interface NewMerge {
  readonly centre_id: number;
  readonly merge_id: string;
  readonly from_id: string;
  readonly into_id: string;
  readonly reason: string;
  readonly moves: readonly Move[];
  readonly merged_by: string;
  readonly merged_by_name: string;
  readonly merged_at: Date;
}

export function insertMerge(tx: Tx, row: NewMerge): void {
  send(
    tx,
    tables(tx)
      .insertInto('parties.merge')
      .values({ ...row, moves: JSON.stringify(row.moves), undone_at: null, undone_by_name: null }),
  );
}

export function lockMerge(tx: Tx, centreId: number, mergeId: string) {
  return tables(tx)
    .selectFrom('parties.merge')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('merge_id', '=', mergeId)
    .forUpdate()
    .executeTakeFirst();
}

export function findMerge(db: Db, centreId: number, mergeId: string) {
  return tables(db)
    .selectFrom('parties.merge')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('merge_id', '=', mergeId)
    .executeTakeFirst();
}

export function markUndone(
  tx: Tx,
  centreId: number,
  mergeId: string,
  by: { readonly at: Date; readonly name: string },
): void {
  send(
    tx,
    tables(tx)
      .updateTable('parties.merge')
      .set({ undone_at: by.at, undone_by_name: by.name })
      .where('centre_id', '=', centreId)
      .where('merge_id', '=', mergeId),
  );
}

export function listMerges(
  db: Db,
  centreId: number,
  page: { readonly limit: number; readonly cursor: Cursor | undefined },
) {
  return tables(db)
    .selectFrom('parties.merge')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where(afterCursor(page.cursor, ['merge_id'], 'desc'))
    .orderBy('merge_id', 'desc')
    .limit(page.limit + 1)
    .execute();
}

/** Remembers that two records are two; saying it again changes nothing. */
export function insertNotDuplicate(tx: Tx, row: NotDuplicateRow): void {
  send(
    tx,
    tables(tx)
      .insertInto('parties.not_duplicate')
      .values(row)
      .onConflict((conflict) => conflict.doNothing()),
  );
}
