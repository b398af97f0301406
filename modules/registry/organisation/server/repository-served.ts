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
