import { sql } from 'kysely';

import { send } from '#kernel/db/transaction.ts';
import type { Compilable, Db, Tx } from '#kernel/db/types.ts';

import type { StaffTables } from './tables.ts';

export type StaffTable = keyof StaffTables;
export type RowOf<T extends StaffTable> = StaffTables[T];

/** What keys the rows of each table beside `centre_id`. */
const KEYS = {
  'staff.post': ['code'],
  'staff.person': ['person_id'],
  'staff.person_role': ['person_id', 'role', 'scope_level', 'scope_id'],
  'staff.stationing': ['stationing_id'],
  'staff.shift': ['code'],
  'staff.roster_entry': ['entry_id'],
  'staff.leave': ['leave_id'],
  'staff.setting': [],
} as const satisfies Record<StaffTable, readonly string[]>;

/** Every record of the centre, in the order of the columns named. */
export async function allRows<T extends StaffTable>(
  db: Db,
  table: T,
  centreId: number,
  order: ReadonlyArray<string & keyof RowOf<T>>,
): Promise<Array<RowOf<T>>> {
  const columns = sql.join(order.map((column) => sql.ref(column)));
  const found = await sql<RowOf<T>>`SELECT * FROM ${sql.table(table)}
    WHERE centre_id = ${centreId} ORDER BY ${columns}`.execute(db);
  return found.rows;
}

/** Every record of the centre, kept from others until the transaction ends; in one order, so that two imports can not deadlock. */
export async function lockAllRows<T extends StaffTable>(
  tx: Tx,
  table: T,
  centreId: number,
): Promise<Array<RowOf<T>>> {
  const order = sql.join(KEYS[table].map((column) => sql.ref(column)));
  const found = await sql<RowOf<T>>`SELECT * FROM ${sql.table(table)}
    WHERE centre_id = ${centreId} ORDER BY ${order} FOR UPDATE`.execute(tx);
  return found.rows;
}

/** Adds records; a key that is taken surfaces from the transaction. */
export function insertRows<T extends StaffTable>(
  tx: Tx,
  table: T,
  rows: ReadonlyArray<RowOf<T>>,
): void {
  sendRows(tx, table, rows, sql``);
}

/** Writes records whole, those that are new and those that were there, in one statement whatever their number. */
export function saveRows<T extends StaffTable>(
  tx: Tx,
  table: T,
  rows: ReadonlyArray<RowOf<T>>,
): void {
  const [first] = rows;
  if (first === undefined) return;
  const key: readonly string[] = ['centre_id', ...KEYS[table]];
  const sets = Object.keys(first)
    .filter((column) => !key.includes(column))
    .map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`);
  const on = sql.join(key.map((column) => sql.ref(column)));
  sendRows(tx, table, rows, sql`ON CONFLICT (${on}) DO UPDATE SET ${sql.join(sets)}`);
}

function sendRows(
  tx: Tx,
  table: StaffTable,
  rows: readonly object[],
  conflict: ReturnType<typeof sql>,
): void {
  if (rows.length === 0) return;
  const source = sql`SELECT * FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`;
  const insert = sql`INSERT INTO ${sql.table(table)} ${source} ${conflict}`;
  const query: Compilable = { compile: () => insert.compile(tx) };
  send(tx, query);
}
