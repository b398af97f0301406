import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { AppointmentsTables, BookingRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<AppointmentsTables>();

export interface BookingFilter {
  readonly search?: string | undefined;
  readonly limit: number;
  readonly cursor: Cursor | undefined;
}

function bookingsWhere(db: Db, centreId: number, search: string | undefined) {
  const pattern = `%${search ?? ''}%`;
  return tables(db)
    .selectFrom('appointments.booking')
    .where('centre_id', '=', centreId)
    .$if(search !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('code', 'ilike', pattern),
          eb('name_zh', 'ilike', pattern),
          eb('name_en', 'ilike', pattern),
        ]),
      ),
    );
}

export function listBookings(
  db: Db,
  centreId: number,
  filter: BookingFilter,
): Promise<BookingRow[]> {
  return bookingsWhere(db, centreId, filter.search)
    .selectAll()
    .where(afterCursor(filter.cursor, ['code']))
    .orderBy('code')
    .limit(filter.limit + 1)
    .execute();
}

export async function countBookings(
  db: Db,
  centreId: number,
  search: string | undefined,
): Promise<number> {
  const { count } = await bookingsWhere(db, centreId, search)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function bookingWhere(db: Db, centreId: number, id: string) {
  return tables(db)
    .selectFrom('appointments.booking')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('booking_id', '=', id);
}

export function findBooking(db: Db, centreId: number, id: string): Promise<BookingRow | undefined> {
  return bookingWhere(db, centreId, id).executeTakeFirst();
}

/** The row, kept from others until the transaction ends. */
export function lockBooking(tx: Tx, centreId: number, id: string): Promise<BookingRow | undefined> {
  return bookingWhere(tx, centreId, id).forUpdate().executeTakeFirst();
}

export function insertBooking(tx: Tx, row: BookingRow): void {
  send(tx, tables(tx).insertInto('appointments.booking').values(row));
}

export function updateBooking(tx: Tx, row: BookingRow): void {
  const { centre_id, booking_id, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('appointments.booking')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('booking_id', '=', booking_id),
  );
}
