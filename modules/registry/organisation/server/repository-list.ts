import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';

import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import type { Db } from '#kernel/db/types.ts';

import type { RowOf } from './repository-rows.ts';

export type ListedTable =
  | 'organisation.office'
  | 'organisation.site'
  | 'organisation.department'
  | 'organisation.zone'
  | 'organisation.service_window';

/** A row of a list with the values that order it. */
export type ListedRow<T extends ListedTable> = RowOf<T> & { readonly list_order: number };

const NAMES = ['name_zh', 'name_en'] as const;

/** Where the rows of a list come from, what orders them beside their place, and in what people search. */
const SOURCES = {
  'organisation.office': {
    rows: sql`SELECT *, sort_order AS list_order FROM organisation.office`,
    sort: ['list_order', 'office_id'],
    search: ['code', ...NAMES],
  },
  'organisation.site': {
    rows: sql`SELECT *, sort_order AS list_order FROM organisation.site`,
    sort: ['list_order', 'site_id'],
    search: ['code', ...NAMES],
  },
  'organisation.department': {
    rows: sql`SELECT *, sort_order AS list_order FROM organisation.department`,
    sort: ['list_order', 'department_id'],
    search: ['code', 'short_zh', ...NAMES],
  },
  'organisation.zone': {
    rows: sql`SELECT zone.*, site.sort_order * 10000 + zone.sort_order AS list_order
      FROM organisation.zone JOIN organisation.site USING (centre_id, site_id)`,
    sort: ['list_order', 'zone_id'],
    search: ['zone.code', 'zone.name_zh', 'zone.name_en'],
  },
  'organisation.service_window': {
    rows: sql`SELECT service_window.*, site.sort_order * 10000 + service_window.number AS list_order
      FROM organisation.service_window JOIN organisation.site USING (centre_id, site_id)`,
    sort: ['list_order', 'window_id'],
    search: ['service_window.number', 'service_window.name_zh', 'service_window.name_en'],
  },
} as const;

export interface ListFilter {
  readonly search: string | undefined;
  readonly includeClosed: boolean;
  /** Rows that the search finds by how their names are said, beside those that it finds as text. */
  readonly saidIds?: readonly string[];
  /** Columns that must have these values; undefined asks nothing. */
  readonly equal: Readonly<Record<string, string | number | undefined>>;
  /** The sites whose rows the reader may see; undefined for all. */
  readonly onlySiteIds: readonly string[] | undefined;
  /** Only windows that serve this department. */
  readonly departmentId?: string | undefined;
}

/** The sort values of a row, as the cursor keeps them. */
export function sortValues<T extends ListedTable>(table: T, row: ListedRow<T>): Cursor {
  const [, id] = SOURCES[table].sort;
  return [row.list_order, (row as unknown as Record<string, string>)[id] ?? ''];
}

const nameOf = (table: ListedTable) => table.split('.')[1] ?? table;

function conditions(table: ListedTable, centreId: number, filter: ListFilter) {
  const own = (column: string) => sql.ref(`${nameOf(table)}.${column}`);
  const all: Array<RawBuilder<unknown>> = [sql`${own('centre_id')} = ${centreId}`];
  for (const [column, value] of Object.entries(filter.equal))
    if (value !== undefined) all.push(sql`${own(column)} = ${value}`);
  if (!filter.includeClosed) all.push(sql`${own('closed_on')} IS NULL`);
  if (filter.onlySiteIds !== undefined)
    all.push(sql`${own('site_id')} = ANY(${[...filter.onlySiteIds]}::uuid[])`);
  if (filter.departmentId !== undefined)
    all.push(sql`EXISTS (SELECT 1 FROM organisation.window_department served
      WHERE served.centre_id = ${own('centre_id')} AND served.window_id = ${own('window_id')}
        AND served.department_id = ${filter.departmentId})`);
  if (filter.search !== undefined) all.push(matches(table, filter.search, filter.saidIds ?? []));
  return sql.join(all, sql` AND `);
}

function matches(
  table: ListedTable,
  search: string,
  saidIds: readonly string[],
): RawBuilder<unknown> {
  const pattern = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const columns = SOURCES[table].search.map(
    (column) => sql`${sql.ref(column)}::text ILIKE ${pattern}`,
  );
  const id = sql.ref(`${nameOf(table)}.${SOURCES[table].sort[1]}`);
  return sql`(${sql.join(columns, sql` OR `)} OR ${id} = ANY(${[...saidIds]}::uuid[]))`;
}

/** Rows after the cursor in the order of the list; one more than a page holds tells that there are more. */
export async function listRows<T extends ListedTable>(
  db: Db,
  table: T,
  centreId: number,
  filter: ListFilter & { readonly cursor: Cursor | undefined; readonly limit: number },
): Promise<Array<ListedRow<T>>> {
  const { rows, sort } = SOURCES[table];
  const after: Expression<SqlBool> = afterCursor(filter.cursor, sort);
  const found = await sql<ListedRow<T>>`SELECT * FROM
    (${rows} WHERE ${conditions(table, centreId, filter)}) AS listed
    WHERE ${after} ORDER BY ${sql.join(sort.map((column) => sql.ref(column)))}
    LIMIT ${filter.limit + 1}`.execute(db);
  return found.rows;
}

/** How many rows the list has in all. */
export async function countRows(
  db: Db,
  table: ListedTable,
  centreId: number,
  filter: ListFilter,
): Promise<number> {
  const { rows } = SOURCES[table];
  const found = await sql<{ count: number }>`SELECT count(*)::integer AS count FROM
    (${rows} WHERE ${conditions(table, centreId, filter)}) AS listed`.execute(db);
  return found.rows[0]?.count ?? 0;
}

/** How many windows in use are at this site, in this zone, or serve this department. */
export function countWindows(
  db: Db,
  centreId: number,
  at: { readonly siteId?: string; readonly zoneId?: string; readonly departmentId?: string },
): Promise<number> {
  return countRows(db, 'organisation.service_window', centreId, {
    search: undefined,
    includeClosed: false,
    equal: { site_id: at.siteId, zone_id: at.zoneId },
    onlySiteIds: undefined,
    departmentId: at.departmentId,
  });
}
