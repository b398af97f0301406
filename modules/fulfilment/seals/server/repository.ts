import { sql } from 'kysely';

import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { SealKind } from '../contract.ts';
import type { RemakeRow, SealsTables, SetRow, StepRow } from './tables.ts';

export const tables = (db: Db) => db.$extendTables<SealsTables>();

const sets = (db: Db, centreId: number) =>
  tables(db).selectFrom('seals.seal_set').selectAll().where('centre_id', '=', centreId);

export function findSet(db: Db, centreId: number, id: string): Promise<SetRow | undefined> {
  return sets(db, centreId).where('set_id', '=', id).executeTakeFirst();
}

/** The row, kept from others until the transaction ends. */
export function lockSet(tx: Tx, centreId: number, id: string): Promise<SetRow | undefined> {
  return sets(tx, centreId).where('set_id', '=', id).forUpdate().executeTakeFirst();
}

/** The set that a firm has or had; one that lapsed or was cancelled does not count. */
export function findOfFirm(db: Db, centreId: number, uscc: string): Promise<SetRow | undefined> {
  return sets(db, centreId)
    .where('uscc', '=', uscc)
    .where('state', 'not in', ['lapsed', 'cancelled'])
    .executeTakeFirst();
}

export function listOfParty(db: Db, centreId: number, partyId: string): Promise<SetRow[]> {
  return sets(db, centreId)
    .where('party_id', '=', partyId)
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute();
}

/** Keeps a firm to one opening at a time. */
export async function holdFirm(tx: Tx, centreId: number, uscc: string): Promise<void> {
  await tables(tx)
    .insertInto('seals.firm')
    .values({ centre_id: centreId, uscc, asked: 1 })
    .onConflict((conflict) =>
      conflict.columns(['centre_id', 'uscc']).doUpdateSet({ asked: sql`seals.firm.asked + 1` }),
    )
    .execute();
}

const toColumns = (row: SetRow) => ({
  ...row,
  declined: JSON.stringify(row.declined),
  seals: JSON.stringify(row.seals),
});

export function insertSet(tx: Tx, row: SetRow): void {
  send(tx, tables(tx).insertInto('seals.seal_set').values(toColumns(row)));
}

export function updateSet(tx: Tx, row: SetRow): void {
  const { centre_id, set_id, ...changes } = toColumns(row);
  send(
    tx,
    tables(tx)
      .updateTable('seals.seal_set')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('set_id', '=', set_id),
  );
}

export function insertStep(tx: Tx, row: StepRow): void {
  send(tx, tables(tx).insertInto('seals.step').values(row));
}

export function listSteps(db: Db, centreId: number, setIds: readonly string[]): Promise<StepRow[]> {
  if (setIds.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('seals.step')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('set_id', 'in', [...setIds])
    .orderBy('set_id')
    .orderBy('seq')
    .execute();
}

export function listRemakes(
  db: Db,
  centreId: number,
  setIds: readonly string[],
): Promise<RemakeRow[]> {
  if (setIds.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('seals.remake')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('set_id', 'in', [...setIds])
    .orderBy('asked_at')
    .execute();
}

export function insertRemake(tx: Tx, row: RemakeRow): void {
  const values = { ...row, kinds: JSON.stringify(row.kinds) };
  send(tx, tables(tx).insertInto('seals.remake').values(values));
}

export function finishRemakes(tx: Tx, centreId: number, setId: string, at: Date): void {
  send(
    tx,
    tables(tx)
      .updateTable('seals.remake')
      .set({ done_at: at })
      .where('centre_id', '=', centreId)
      .where('set_id', '=', setId)
      .where('done_at', 'is', null),
  );
}

/** Which of these numbers a seal has already. */
export async function findFiled(
  tx: Tx,
  centreId: number,
  numbers: readonly string[],
): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('seals.filed_number')
    .select('number')
    .where('centre_id', '=', centreId)
    .where('number', 'in', [...numbers])
    .execute();
  return rows.map(({ number }) => number);
}

/** Which of these numbers of sets are recorded. */
export async function findNumbers(
  db: Db,
  centreId: number,
  numbers: readonly string[],
): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('seals.seal_set')
    .select('number')
    .where('centre_id', '=', centreId)
    .where('number', 'in', [...numbers])
    .execute();
  return rows.map(({ number }) => number);
}

export interface FiledNumber {
  readonly kind: SealKind;
  readonly number: string;
}

export function insertFiled(tx: Tx, row: SetRow, numbers: readonly FiledNumber[]): void {
  if (numbers.length === 0) return;
  const key = { centre_id: row.centre_id, set_id: row.set_id, is_void: false };
  send(
    tx,
    tables(tx)
      .insertInto('seals.filed_number')
      .values(numbers.map(({ kind, number }) => ({ ...key, kind, number }))),
  );
}

/** What was filed for these kinds stands no longer; the numbers are not given again. */
export function voidFiled(tx: Tx, row: SetRow, kinds: readonly SealKind[]): void {
  send(
    tx,
    tables(tx)
      .updateTable('seals.filed_number')
      .set({ is_void: true })
      .where('centre_id', '=', row.centre_id)
      .where('set_id', '=', row.set_id)
      .where('kind', 'in', [...kinds]),
  );
}

/** The same for numbers that were filed before. */
export function voidNumbers(tx: Tx, row: SetRow, numbers: readonly string[]): void {
  if (numbers.length === 0) return;
  send(
    tx,
    tables(tx)
      .updateTable('seals.filed_number')
      .set({ is_void: true })
      .where('centre_id', '=', row.centre_id)
      .where('number', 'in', [...numbers]),
  );
}

export async function moveParty(
  tx: Tx,
  centreId: number,
  fromId: string,
  intoId: string,
): Promise<void> {
  for (const table of ['seals.seal_set', 'seals.maker'] as const)
    await tables(tx)
      .updateTable(table)
      .set({ party_id: intoId })
      .where('centre_id', '=', centreId)
      .where('party_id', '=', fromId)
      .execute();
}

/** What is left of a firm that was erased: the set that was paid for, and nobody's name or address. */
export async function forgetParty(tx: Tx, centreId: number, partyId: string): Promise<void> {
  await tables(tx)
    .updateTable('seals.seal_set')
    .set({ legal_sealed: '', delivery_sealed: null, received_sealed: null })
    .where('centre_id', '=', centreId)
    .where('party_id', '=', partyId)
    .execute();
}
