import { CompiledQuery } from 'kysely';

import { runOn, send } from './transaction.ts';
import type { Compilable, Db, Tx } from './types.ts';

/** The name of a table, with the shape of its rows. */
export interface TableOf<R> {
  readonly name: string;
  /** Never there: only the type of a row. */
  readonly row?: R;
}

/** Names a table, e.g. `tableOf<CaseRow>('cases.case_file')`. */
export const tableOf = <R extends object>(name: `${string}.${string}`): TableOf<R> => ({ name });

interface Text {
  readonly columns: readonly string[];
  readonly sql: string;
}

/** By table, then by number of rows. */
const texts = new Map<string, Map<number, Text>>();

/**
 * Sends whole rows of one shape into a table without waiting. For statements that every act needs: their text is
 * made once for each number of rows, where the query builder makes it each time. A list is an array of SQL; JSON is an
 * object or text.
 */
export function sendRows<R extends object>(tx: Tx, table: TableOf<R>, rows: readonly R[]): void {
  const [first] = rows as ReadonlyArray<Readonly<Record<string, unknown>>>;
  if (first === undefined) return;
  const { columns, sql } = textOf(table.name, Object.keys(first), rows.length);
  const parameters: unknown[] = [];
  for (const row of rows as ReadonlyArray<Readonly<Record<string, unknown>>>)
    for (const column of columns) parameters.push(row[column]);
  send(tx, { compile: () => ({ sql, parameters }) });
}

/** By table, then by the columns that are set. */
const changes = new Map<string, Map<string, string>>();

/** Sends a change of the rows that have these values, without waiting; its text is made once for each set of columns. */
export function sendChange<R extends object>(
  tx: Tx,
  table: TableOf<R>,
  where: Partial<R>,
  set: Partial<R>,
): void {
  const [keys, columns] = [Object.keys(where), Object.keys(set)];
  const sql = changeOf(table.name, keys, columns);
  const values = [...columns.map((one) => set[one as keyof R]), ...Object.values(where)];
  send(tx, { compile: () => ({ sql, parameters: values }) });
}

function changeOf(table: string, keys: readonly string[], columns: readonly string[]): string {
  const ofTable = changes.get(table) ?? new Map<string, string>();
  changes.set(table, ofTable);
  const name = `${columns.join()} ${keys.join()}`;
  const known = ofTable.get(name);
  if (known !== undefined) return known;
  const place = (column: string, index: number) => `"${column}" = $${index + 1}`;
  const set = columns.map(place).join(', ');
  const where = keys.map((key, index) => place(key, columns.length + index)).join(' and ');
  const [schema = '', of = ''] = table.split('.');
  const sql = `update "${schema}"."${of}" set ${set} where ${where}`;
  ofTable.set(name, sql);
  return sql;
}

function textOf(table: string, columns: readonly string[], count: number): Text {
  const ofTable = texts.get(table) ?? new Map<number, Text>();
  texts.set(table, ofTable);
  const known = ofTable.get(count);
  if (known !== undefined && isSame(known.columns, columns)) return known;
  const places = Array.from({ length: count }, (_, row) => {
    const ofRow = columns.map((__, column) => `$${row * columns.length + column + 1}`);
    return `(${ofRow.join(', ')})`;
  });
  const names = columns.map((column) => `"${column}"`).join(', ');
  const [schema = '', name = ''] = table.split('.');
  const sql = `insert into "${schema}"."${name}" (${names}) values ${places.join(', ')}`;
  const text = { columns: [...columns], sql };
  ofTable.set(count, text);
  return text;
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((column, index) => column === other[index]);

/** What a query builder gives that reads rows. */
interface Reading<R> extends Compilable {
  execute(): Promise<R[]>;
}

/** The place of an argument in a statement whose text is being made. */
class Slot {
  readonly index: number;

  constructor(index: number) {
    this.index = index;
  }
}

/**
 * A statement whose text is made once, by the query builder, and then only sent. `build` must use each argument as a
 * value and look at none: it is called a single time, with stand-ins.
 */
export function prepared<A extends readonly unknown[], R>(
  build: (db: Db, ...given: A) => Reading<R>,
): (db: Db, ...given: A) => Promise<R[]> {
  let made: { readonly sql: string; readonly parameters: readonly unknown[] } | undefined;
  return async (db, ...given) => {
    made ??= build(db, ...(given.map((_, index) => new Slot(index)) as unknown as A)).compile();
    const values = made.parameters.map((one) => (one instanceof Slot ? given[one.index] : one));
    const rows = await runOn<R>(db, made.sql, values);
    if (rows !== undefined) return rows;
    return [...(await db.executeQuery<R>(CompiledQuery.raw(made.sql, values))).rows];
  };
}

/** The same for at most one row. */
export function preparedOne<A extends readonly unknown[], R>(
  build: (db: Db, ...given: A) => Reading<R>,
): (db: Db, ...given: A) => Promise<R | undefined> {
  const list = prepared(build);
  return async (db, ...given) => (await list(db, ...given))[0];
}
