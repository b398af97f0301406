import type { ColumnType } from 'kysely';

import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

type Json = ColumnType<Record<string, unknown>, string, string>;

type StandinTables = {
  'standin_identity.record': {
    centre_id: number;
    kind: string;
    id: string;
    payload: Json;
    uid: string | null;
    grant_id: string | null;
    consumed_at: Date | null;
    expires_at: Date | null;
  };
  'standin_identity.signing_key': {
    centre_id: number;
    name: string;
    value: Json;
    created_at: Date;
  };
};

const tables = (db: Db) => db.$extendTables<StandinTables>();

export interface StoredRecord {
  readonly payload: Record<string, unknown>;
  readonly consumed_at: Date | null;
}

export interface NewRecord {
  readonly kind: string;
  readonly id: string;
  readonly payload: Record<string, unknown>;
  readonly uid: string | null;
  readonly grantId: string | null;
  readonly expiresAt: Date | null;
}

export async function putRecord(db: Db, centreId: number, record: NewRecord): Promise<void> {
  const values = {
    payload: JSON.stringify(record.payload),
    uid: record.uid,
    grant_id: record.grantId,
    expires_at: record.expiresAt,
  };
  await tables(db)
    .insertInto('standin_identity.record')
    .values({ centre_id: centreId, kind: record.kind, id: record.id, consumed_at: null, ...values })
    .onConflict((conflict) => conflict.columns(['centre_id', 'kind', 'id']).doUpdateSet(values))
    .execute();
}

export function findRecord(
  db: Db,
  centreId: number,
  kind: string,
  by: { readonly id: string } | { readonly uid: string },
): Promise<StoredRecord | undefined> {
  return tables(db)
    .selectFrom('standin_identity.record')
    .select(['payload', 'consumed_at'])
    .where('centre_id', '=', centreId)
    .where('kind', '=', kind)
    .where((eb) => ('id' in by ? eb('id', '=', by.id) : eb('uid', '=', by.uid)))
    .executeTakeFirst();
}

export async function consumeRecord(
  db: Db,
  centreId: number,
  kind: string,
  id: string,
  now: Date,
): Promise<void> {
  await tables(db)
    .updateTable('standin_identity.record')
    .set({ consumed_at: now })
    .where('centre_id', '=', centreId)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .execute();
}

export async function deleteRecord(
  db: Db,
  centreId: number,
  kind: string,
  id: string,
): Promise<void> {
  await tables(db)
    .deleteFrom('standin_identity.record')
    .where('centre_id', '=', centreId)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .execute();
}

export async function deleteGranted(db: Db, centreId: number, grantId: string): Promise<void> {
  await tables(db)
    .deleteFrom('standin_identity.record')
    .where('centre_id', '=', centreId)
    .where('grant_id', '=', grantId)
    .execute();
}

export async function deleteExpired(db: Db, centreId: number, now: Date): Promise<void> {
  await tables(db)
    .deleteFrom('standin_identity.record')
    .where('centre_id', '=', centreId)
    .where('expires_at', '<', now)
    .execute();
}

/** The value kept under the name; `value` is kept when there was none. All processes get the same. */
export async function ensureKey(
  tx: Tx,
  centreId: number,
  name: string,
  value: Record<string, unknown>,
  now: Date,
): Promise<Record<string, unknown>> {
  const all = tables(tx);
  send(
    tx,
    all
      .insertInto('standin_identity.signing_key')
      .values({ centre_id: centreId, name, value: JSON.stringify(value), created_at: now })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const row = await all
    .selectFrom('standin_identity.signing_key')
    .select('value')
    .where('centre_id', '=', centreId)
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return row.value;
}
