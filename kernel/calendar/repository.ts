import type { Insertable, Selectable } from 'kysely';

import { prepared } from '../db/prepared.ts';
import { send } from '../db/transaction.ts';
import type { Db, Tx } from '../db/types.ts';
import type { CalendarTables, CalendarYearTable } from './tables.ts';

export type CalendarYearRow = Selectable<CalendarYearTable>;

const tables = (db: Db) => db.$extendTables<CalendarTables>();

export const listRows = prepared((db: Db, centreId: number) =>
  tables(db)
    .selectFrom('kernel.calendar_year')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('year'),
);

export function lockRow(
  tx: Tx,
  centreId: number,
  year: number,
): Promise<CalendarYearRow | undefined> {
  return tables(tx)
    .selectFrom('kernel.calendar_year')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirst();
}

/** Writes the row over the version before it; false when somebody else wrote first. */
export async function saveRow(tx: Tx, row: Insertable<CalendarYearTable>): Promise<boolean> {
  const { centre_id: _centre, year: _year, ...rest } = row;
  const saved = await tables(tx)
    .insertInto('kernel.calendar_year')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['centre_id', 'year'])
        .doUpdateSet(rest)
        .where('kernel.calendar_year.version', '=', row.version - 1),
    )
    .returning('version')
    .executeTakeFirst();
  return saved !== undefined;
}

export function removeRow(tx: Tx, centreId: number, year: number): void {
  send(
    tx,
    tables(tx)
      .deleteFrom('kernel.calendar_year')
      .where('centre_id', '=', centreId)
      .where('year', '=', year),
  );
}
