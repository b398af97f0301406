import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { YearRules } from '../contract.ts';
import { tables } from './repository.ts';
import type { ItemRow } from './tables.ts';

export function listItems(db: Db, centreId: number, year?: number): Promise<ItemRow[]> {
  let query = tables(db)
    .selectFrom('contracts.item')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('is_reversed', '=', false);
  if (year !== undefined) query = query.where('year', '=', year);
  return query.orderBy('number').execute();
}

export function findItem(db: Db, centreId: number, id: string): Promise<ItemRow | undefined> {
  return tables(db)
    .selectFrom('contracts.item')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('item_id', '=', id)
    .executeTakeFirst();
}

export function findByNumber(
  db: Db,
  centreId: number,
  number: string,
): Promise<ItemRow | undefined> {
  return tables(db)
    .selectFrom('contracts.item')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('number', '=', number)
    .executeTakeFirst();
}

/** The row, kept from others until the transaction ends. */
export function lockItem(tx: Tx, centreId: number, id: string): Promise<ItemRow | undefined> {
  return tables(tx)
    .selectFrom('contracts.item')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('item_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export function insertItem(tx: Tx, row: ItemRow): void {
  send(tx, tables(tx).insertInto('contracts.item').values(row));
}

export function updateItem(tx: Tx, row: ItemRow): void {
  send(
    tx,
    tables(tx)
      .updateTable('contracts.item')
      .set({
        awarded_fen: row.awarded_fen,
        reserved_fen: row.reserved_fen,
        is_reversed: row.is_reversed,
      })
      .where('centre_id', '=', row.centre_id)
      .where('item_id', '=', row.item_id),
  );
}

export async function findRules(
  db: Db,
  centreId: number,
  year: number,
): Promise<YearRules | undefined> {
  const row = await tables(db)
    .selectFrom('contracts.year_rules')
    .select('rules')
    .where('centre_id', '=', centreId)
    .where('year', '=', year)
    .executeTakeFirst();
  return row?.rules;
}

export async function listRules(db: Db, centreId: number): Promise<YearRules[]> {
  const rows = await tables(db)
    .selectFrom('contracts.year_rules')
    .select('rules')
    .where('centre_id', '=', centreId)
    .orderBy('year')
    .execute();
  return rows.map((row) => row.rules);
}

export function saveRules(tx: Tx, centreId: number, rules: YearRules): void {
  const text = JSON.stringify(rules);
  send(
    tx,
    tables(tx)
      .insertInto('contracts.year_rules')
      .values({ centre_id: centreId, year: rules.year, rules: text })
      .onConflict((conflict) =>
        conflict.columns(['centre_id', 'year']).doUpdateSet({ rules: text }),
      ),
  );
}
