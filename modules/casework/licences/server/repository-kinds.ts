import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import { tables } from './repository.ts';
import type { KindRow } from './tables.ts';

export function listKinds(db: Db, centreId: number): Promise<KindRow[]> {
  return tables(db)
    .selectFrom('licences.kind')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('sort_order')
    .orderBy('code')
    .execute();
}

export function findKind(db: Db, centreId: number, code: string): Promise<KindRow | undefined> {
  return tables(db)
    .selectFrom('licences.kind')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('code', '=', code)
    .executeTakeFirst();
}

export function lockKind(tx: Tx, centreId: number, code: string): Promise<KindRow | undefined> {
  return tables(tx)
    .selectFrom('licences.kind')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst();
}

/** Writes kinds, new ones and known ones. */
export function saveKinds(tx: Tx, rows: readonly KindRow[]): void {
  for (const row of rows) {
    const written = { ...row, fields: JSON.stringify(row.fields) };
    const { centre_id: _centre, code: _code, ...changes } = written;
    send(
      tx,
      tables(tx)
        .insertInto('licences.kind')
        .values(written)
        .onConflict((conflict) => conflict.columns(['centre_id', 'code']).doUpdateSet(changes)),
    );
  }
}
