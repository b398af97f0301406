import type { ClientBase } from 'pg';

import type { TableDigest } from './manifest.ts';
import { silent, type Progress } from './progress.ts';

/** An ordinary table of the application, or a leaf of a partitioned one. */
export interface Table {
  readonly schema: string;
  readonly name: string;
  readonly columns: ReadonlyArray<{ readonly name: string; readonly type: string }>;
}

export const qualify = ({ schema, name }: Pick<Table, 'schema' | 'name'>): string =>
  `"${schema}"."${name}"`;

/** Every table with rows of its own, in the order of their names; columns that the server computes are left out. */
export async function listTables(session: ClientBase): Promise<Table[]> {
  const { rows } = await session.query<Table>(
    `SELECT n.nspname AS schema, c.relname AS name,
       (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL)) ORDER BY a.attname)
        FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND c.relpersistence = 'p'
       AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
     ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`,
  );
  return rows;
}

/** Rows as text are the same in every version and on every machine only under the same settings. */
export const PLAIN_TEXT = `SET timezone = 'UTC'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'iso_8601';
  SET extra_float_digits = 1; SET bytea_output = 'hex'; SET statement_timeout = 0;
  SET idle_in_transaction_session_timeout = 0`;

/**
 * Counts the rows of a table and adds up two halves of the SHA-256 of each, so that the order of rows does
 * not matter. `source` gives the rows.
 */
export async function digestRows(
  session: ClientBase,
  table: Table,
  source: string,
): Promise<TableDigest> {
  const columns = table.columns.map(({ name }) => `r."${name}"`).join(', ');
  const half = (from: number) =>
    `coalesce(sum(('x' || encode(substring(h FROM ${from} FOR 8), 'hex'))::bit(64)::bigint::numeric), 0)`;
  const { rows } = await session.query<{ rows: bigint | string; digest: string }>(
    `SELECT count(*) AS rows, ${half(1)} || ':' || ${half(9)} AS digest
     FROM (SELECT sha256(convert_to(ROW(${columns})::text, 'UTF8')) AS h FROM (${source}) r) hashed`,
  );
  const [row] = rows;
  return {
    table: `${table.schema}.${table.name}`,
    rows: Number(row?.rows ?? 0),
    digest: row?.digest ?? '',
  };
}

/** Digests of all tables, as the session's snapshot shows them. */
export async function digestTables(
  session: ClientBase,
  progress: Progress = silent,
): Promise<TableDigest[]> {
  const tables = await listTables(session);
  const stage = progress.stage('统计各表', 'Counting tables', tables.length);
  const digests: TableDigest[] = [];
  for (const table of tables) {
    digests.push(await digestRows(session, table, `SELECT * FROM ${qualify(table)}`));
    stage.advance(1);
  }
  stage.done();
  return digests;
}

/** Names of the tables that differ, or that only one side has. */
export function compareDigests(
  expected: readonly TableDigest[],
  found: readonly TableDigest[],
): string[] {
  const toMap = (digests: readonly TableDigest[]) =>
    new Map(digests.map(({ table, rows, digest }) => [table, `${rows} ${digest}`]));
  const [left, right] = [toMap(expected), toMap(found)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((table) => left.get(table) !== right.get(table))
    .toSorted();
}
