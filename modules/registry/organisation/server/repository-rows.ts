import { sql } from 'kysely';

import { send } from '#kernel/db/transaction.ts';
import type { Compilable, Db, Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';

import type { OrganisationTables } from './tables.ts';

/** The id beside `centre_id` in the key of each table whose rows have a version. */
const ID_COLUMNS = {
  'organisation.office': 'office_id',
  'organisation.site': 'site_id',
  'organisation.department': 'department_id',
  'organisation.zone': 'zone_id',
  'organisation.service_window': 'window_id',
  'organisation.opening_hours': 'hours_id',
  'organisation.closed_day': 'day_id',
} as const satisfies Partial<Record<keyof OrganisationTables, string>>;

export type RegisterTable = keyof typeof ID_COLUMNS;
export type RowOf<T extends RegisterTable> = OrganisationTables[T];

/** What the directory is made of. */
const OF_DIRECTORY: ReadonlySet<RegisterTable> = new Set([
  'organisation.office',
  'organisation.site',
  'organisation.department',
  'organisation.zone',
  'organisation.service_window',
]);

/** The columns of `row` that are not its key. */
function changing(table: RegisterTable, row: object): string[] {
  const id: string = ID_COLUMNS[table];
  return Object.keys(row).filter((column) => column !== 'centre_id' && column !== id);
}

const byId = (table: RegisterTable, centreId: number, id: string) =>
  sql`centre_id = ${centreId} AND ${sql.ref(ID_COLUMNS[table])} = ${id}`;

/** One record of the centre. */
export async function findRow<T extends RegisterTable>(
  db: Db,
  table: T,
  centreId: number,
  id: string,
): Promise<RowOf<T> | undefined> {
  const where = byId(table, centreId, id);
  const found = await sql<RowOf<T>>`SELECT * FROM ${sql.table(table)} WHERE ${where}`.execute(db);
  return found.rows[0];
}

/** One record of the centre, kept from others until the transaction ends. */
export async function lockRow<T extends RegisterTable>(
  tx: Tx,
  table: T,
  centreId: number,
  id: string,
): Promise<RowOf<T> | undefined> {
  const where = byId(table, centreId, id);
  const found = await sql<
    RowOf<T>
  >`SELECT * FROM ${sql.table(table)} WHERE ${where} FOR UPDATE`.execute(tx);
  return found.rows[0];
}

/** Every record of the centre, kept from others until the transaction ends; in one order, so that two imports can not deadlock. */
export async function lockAllRows<T extends RegisterTable>(
  tx: Tx,
  table: T,
  centreId: number,
): Promise<Array<RowOf<T>>> {
  const found = await sql<RowOf<T>>`SELECT * FROM ${sql.table(table)} WHERE centre_id = ${centreId}
    ORDER BY ${sql.ref(ID_COLUMNS[table])} FOR UPDATE`.execute(tx);
  return found.rows;
}

/** Adds records; a key that is taken surfaces from the transaction. */
export function insertRows<T extends RegisterTable>(
  tx: Tx,
  table: T,
  rows: ReadonlyArray<RowOf<T>>,
): void {
  sendRows(tx, table, rows, sql``);
}

/** Writes records whole, those that are new and those that were there, in one statement whatever their number. */
export function saveRows<T extends RegisterTable>(
  tx: Tx,
  table: T,
  rows: ReadonlyArray<RowOf<T>>,
): void {
  const [first] = rows;
  if (first === undefined) return;
  const sets = changing(table, first).map(
    (column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`,
  );
  const conflict = sql`ON CONFLICT (centre_id, ${sql.ref(ID_COLUMNS[table])}) DO UPDATE SET ${sql.join(sets)}`;
  sendRows(tx, table, rows, conflict);
}

function sendRows(
  tx: Tx,
  table: RegisterTable,
  rows: ReadonlyArray<{ readonly centre_id: number }>,
  conflict: ReturnType<typeof sql>,
): void {
  const [first] = rows;
  if (first === undefined) return;
  const source = sql`SELECT * FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`;
  const insert = sql`INSERT INTO ${sql.table(table)} ${source} ${conflict}`;
  const query: Compilable = { compile: () => insert.compile(tx) };
  send(tx, query);
  reviseDirectory(tx, table, first.centre_id);
}

/** Removes one record; only for those that nothing refers to. */
export function deleteRow(tx: Tx, table: RegisterTable, centreId: number, id: string): void {
  const query = sql`DELETE FROM ${sql.table(table)} WHERE ${byId(table, centreId, id)}`;
  send(tx, { compile: () => query.compile(tx) });
  reviseDirectory(tx, table, centreId);
}

/** Whoever keeps the directory of the centre reads it anew: from here on in this transaction, elsewhere from its end on. */
function reviseDirectory(tx: Tx, table: RegisterTable, centreId: number): void {
  if (!OF_DIRECTORY.has(table)) return;
  const query = sql`INSERT INTO organisation.directory_revision (centre_id, revision)
    VALUES (${centreId}, ${newId()}) ON CONFLICT (centre_id) DO UPDATE SET revision = excluded.revision`;
  send(tx, { compile: () => query.compile(tx) });
}
