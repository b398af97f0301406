import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { PersonRoleRow, StaffTables } from './tables.ts';

const tables = (db: Db) => db.$extendTables<StaffTables>();

export function deleteRoles(tx: Tx, rows: readonly PersonRoleRow[]): void {
  for (const row of rows)
    send(
      tx,
      tables(tx)
        .deleteFrom('staff.person_role')
        .where('centre_id', '=', row.centre_id)
        .where('person_id', '=', row.person_id)
        .where('role', '=', row.role)
        .where('scope_level', '=', row.scope_level)
        .where('scope_id', '=', row.scope_id),
    );
}
