import { sql } from 'kysely';

import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { OrganisationTables, WindowDepartmentRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<OrganisationTables>();

/** Which departments each window of the centre serves; of these windows only, when they are named. */
export function listServed(
  db: Db,
  centreId: number,
  windowIds?: readonly string[],
): Promise<WindowDepartmentRow[]> {
  return tables(db)
    .selectFrom('organisation.window_department')
    .selectAll()
    .where('centre_id', '=', centreId)
    .$if(windowIds !== undefined, (query) =>
      query.where((eb) =>
        eb('window_id', '=', sql<string>`any(${[...(windowIds ?? [])]}::uuid[])`),
      ),
    )
    .execute();
}

/** Comprehensive windows 综合窗口 in use that take in the work of a department, in the order of their numbers. */
export async function listEntrusted(
  db: Db,
  centreId: number,
  departmentId: string,
): Promise<Array<{ readonly windowId: string; readonly siteId: string }>> {
  const rows = await tables(db)
    .selectFrom('organisation.window_department as served')
    .innerJoin('organisation.service_window as w', (join) =>
      join
        .onRef('w.centre_id', '=', 'served.centre_id')
        .onRef('w.window_id', '=', 'served.window_id'),
    )
    .where('served.centre_id', '=', centreId)
    .where('served.department_id', '=', departmentId)
    .where('w.kind', '=', 'comprehensive')
    .where('w.closed_on', 'is', null)
    .select(['w.window_id', 'w.site_id'])
    .orderBy('w.site_id')
    .orderBy('w.number')
    .execute();
  return rows.map((row) => ({ windowId: row.window_id, siteId: row.site_id }));
}

/** Makes these the departments that the windows serve, and no others. */
export function replaceServed(
  tx: Tx,
  centreId: number,
  windowIds: readonly string[],
  served: ReadonlyArray<Omit<WindowDepartmentRow, 'centre_id'>>,
): void {
  if (windowIds.length === 0) return;
  send(
    tx,
    tables(tx)
      .deleteFrom('organisation.window_department')
      .where('centre_id', '=', centreId)
      .where((eb) => eb('window_id', '=', sql<string>`any(${[...windowIds]}::uuid[])`)),
  );
  const pairs = JSON.stringify(served.map((pair) => ({ centre_id: centreId, ...pair })));
  const insert = sql`INSERT INTO organisation.window_department (centre_id, window_id, department_id)
    SELECT centre_id, window_id, department_id
    FROM jsonb_populate_recordset(NULL::organisation.window_department, ${pairs}::jsonb)`;
  send(tx, { compile: () => insert.compile(tx) });
}

/** How many windows in use serve each of these departments; those with none are not named. */
export async function countByDepartment(
  db: Db,
  centreId: number,
  departmentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tables(db)
    .selectFrom('organisation.window_department as served')
    .innerJoin('organisation.service_window as w', (join) =>
      join
        .onRef('w.centre_id', '=', 'served.centre_id')
        .onRef('w.window_id', '=', 'served.window_id'),
    )
    .where('served.centre_id', '=', centreId)
    .where('w.closed_on', 'is', null)
    .where((eb) => eb('served.department_id', '=', sql<string>`any(${[...departmentIds]}::uuid[])`))
    .groupBy('served.department_id')
    .select((eb) => [
      'served.department_id',
      eb.cast<number>(eb.fn.countAll(), 'integer').as('count'),
    ])
    .execute();
  return new Map(rows.map((row) => [row.department_id, row.count]));
}
