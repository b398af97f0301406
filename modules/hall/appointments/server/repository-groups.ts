import type { Day } from '#kernel/clock/day.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import { tables } from './repository.ts';
import type { GroupRow, OverrideRow } from './tables.ts';

const groups = (db: Db, centreId: number) =>
  tables(db).selectFrom('appointments.booking_group').selectAll().where('centre_id', '=', centreId);

export function findGroup(db: Db, centreId: number, id: string): Promise<GroupRow | undefined> {
  return groups(db, centreId).where('group_id', '=', id).executeTakeFirst();
}

export function lockGroup(tx: Tx, centreId: number, id: string): Promise<GroupRow | undefined> {
  return groups(tx, centreId).where('group_id', '=', id).forUpdate().executeTakeFirst();
}

export function listGroups(db: Db, centreId: number): Promise<GroupRow[]> {
  return groups(db, centreId).orderBy('sort_order').orderBy('group_id').execute();
}

/** Writes a group, new or in the place of the one with its id. */
export function putGroup(tx: Tx, row: GroupRow): void {
  const { centre_id, group_id, ...rest } = row;
  const columns = {
    ...rest,
    matter_ids: JSON.stringify(rest.matter_ids),
    department_ids: JSON.stringify(rest.department_ids),
    window_ids: JSON.stringify(rest.window_ids),
  };
  send(
    tx,
    tables(tx)
      .insertInto('appointments.booking_group')
      .values({ centre_id, group_id, ...columns })
      .onConflict((conflict) => conflict.columns(['centre_id', 'group_id']).doUpdateSet(columns)),
  );
}

export function listOverrides(
  db: Db,
  centreId: number,
  groupId: string,
  span: { readonly from: Day; readonly to: Day },
): Promise<OverrideRow[]> {
  return tables(db)
    .selectFrom('appointments.override')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('group_id', '=', groupId)
    .where('day', '>=', span.from)
    .where('day', '<=', span.to)
    .execute();
}

export function putOverride(tx: Tx, row: OverrideRow): void {
  const { places, reason_zh, reason_en } = row;
  send(
    tx,
    tables(tx)
      .insertInto('appointments.override')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['centre_id', 'group_id', 'day', 'from_minute'])
          .doUpdateSet({ places, reason_zh, reason_en }),
      ),
  );
}

export function removeOverride(
  tx: Tx,
  row: Pick<OverrideRow, 'centre_id' | 'group_id' | 'day' | 'from_minute'>,
): void {
  send(
    tx,
    tables(tx)
      .deleteFrom('appointments.override')
      .where('centre_id', '=', row.centre_id)
      .where('group_id', '=', row.group_id)
      .where('day', '=', row.day)
      .where('from_minute', '=', row.from_minute),
  );
}
