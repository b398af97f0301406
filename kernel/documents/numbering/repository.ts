import { preparedOne } from '../../db/prepared.ts';
import { send } from '../../db/transaction.ts';
import type { Db, Tx } from '../../db/types.ts';
import type { NumberingTables, VoidNumberRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<NumberingTables>();

const countUp = preparedOne((tx: Db, centreId: number, series: string, period: string) =>
  tables(tx)
    .insertInto('kernel.number_series')
    .values({ centre_id: centreId, series, period, last_serial: 1 })
    .onConflict((conflict) =>
      conflict.columns(['centre_id', 'series', 'period']).doUpdateSet((eb) => ({
        last_serial: eb('kernel.number_series.last_serial', '+', 1),
      })),
    )
    .returning('last_serial'),
);

/** Counts the series up by one, holding its row, and gives the new count. */
export async function advance(
  tx: Tx,
  centreId: number,
  series: string,
  period: string,
): Promise<number> {
  const row = await countUp(tx, centreId, series, period);
  if (row === undefined) throw new Error(`The series ${series} did not count`);
  return row.last_serial;
}

/** The last number taken, 0 for a series that nobody has used. */
export async function findLast(
  db: Db,
  centreId: number,
  series: string,
  period: string,
): Promise<number> {
  const row = await tables(db)
    .selectFrom('kernel.number_series')
    .select('last_serial')
    .where('centre_id', '=', centreId)
    .where('series', '=', series)
    .where('period', '=', period)
    .executeTakeFirst();
  return row?.last_serial ?? 0;
}

/** The same, held until the transaction ends. */
export async function lockLast(
  tx: Tx,
  centreId: number,
  series: string,
  period: string,
): Promise<number> {
  const row = await tables(tx)
    .selectFrom('kernel.number_series')
    .select('last_serial')
    .where('centre_id', '=', centreId)
    .where('series', '=', series)
    .where('period', '=', period)
    .forUpdate()
    .executeTakeFirst();
  return row?.last_serial ?? 0;
}

export function insertVoid(tx: Tx, row: VoidNumberRow): void {
  send(tx, tables(tx).insertInto('kernel.void_number').values(row));
}

export function listVoids(
  db: Db,
  centreId: number,
  series: string,
  period: string,
): Promise<VoidNumberRow[]> {
  return tables(db)
    .selectFrom('kernel.void_number')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('series', '=', series)
    .where('period', '=', period)
    .orderBy('serial')
    .execute();
}
