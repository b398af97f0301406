import { sql } from 'kysely';

import type { Day } from '#kernel/clock/day.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { AppointmentsTables, BookingRow } from './tables.ts';

export const tables = (db: Db) => db.$extendTables<AppointmentsTables>();

const bookings = (db: Db, centreId: number) =>
  tables(db).selectFrom('appointments.booking').selectAll().where('centre_id', '=', centreId);

export function findBooking(db: Db, centreId: number, id: string): Promise<BookingRow | undefined> {
  return bookings(db, centreId).where('booking_id', '=', id).executeTakeFirst();
}

/** The row, kept from others until the transaction ends. */
export function lockBooking(tx: Tx, centreId: number, id: string): Promise<BookingRow | undefined> {
  return bookings(tx, centreId).where('booking_id', '=', id).forUpdate().executeTakeFirst();
}

export function findByToken(
  db: Db,
  centreId: number,
  token: string,
): Promise<BookingRow | undefined> {
  return bookings(db, centreId).where('token', '=', token).executeTakeFirst();
}

export function findByCode(
  db: Db,
  centreId: number,
  code: string,
): Promise<BookingRow | undefined> {
  return bookings(db, centreId).where('code', '=', code).executeTakeFirst();
}

/** What is booked for a party or a person from a day on, in the order of time. */
export function listOfParty(
  db: Db,
  centreId: number,
  partyId: string,
  since: Day,
): Promise<BookingRow[]> {
  return bookings(db, centreId)
    .where((eb) => eb.or([eb('party_id', '=', partyId), eb('person_id', '=', partyId)]))
    .where('day', '>=', since)
    .orderBy('starts_at')
    .limit(100)
    .execute();
}

export function listOfMobile(
  db: Db,
  centreId: number,
  indexes: readonly string[],
  since: Day,
): Promise<BookingRow[]> {
  return bookings(db, centreId)
    .where('mobile_index', 'in', [...indexes])
    .where('day', '>=', since)
    .orderBy('starts_at')
    .limit(20)
    .execute();
}

/** Appointments of one’s own, the newest first. */
export function listOwn(db: Db, centreId: number, partyId: string): Promise<BookingRow[]> {
  return bookings(db, centreId)
    .where('party_id', '=', partyId)
    .orderBy('starts_at', 'desc')
    .limit(60)
    .execute();
}

/** Keeps a person to one request at a time, so that limits by person hold. */
export async function holdPerson(tx: Tx, centreId: number, personId: string): Promise<void> {
  await tables(tx)
    .insertInto('appointments.holder')
    .values({ centre_id: centreId, person_id: personId, booked: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['centre_id', 'person_id'])
        .doUpdateSet({ booked: sql`appointments.holder.booked + 1` }),
    )
    .execute();
}

/** How many a person holds that day, and how many are still to come at all; one booking can be left out. */
export async function countOfPerson(
  tx: Tx,
  centreId: number,
  of: { readonly personId: string; readonly day: Day; readonly now: Date; readonly but: string },
): Promise<{ readonly thatDay: number; readonly open: number }> {
  const row = await tables(tx)
    .selectFrom('appointments.booking')
    .select([
      sql<number>`(count(*) filter (where day = ${of.day}::date and state in ('booked', 'arrived')))::integer`.as(
        'that_day',
      ),
      sql<number>`(count(*) filter (where state = 'booked' and starts_at > ${of.now}))::integer`.as(
        'open',
      ),
    ])
    .where('centre_id', '=', centreId)
    .where('person_id', '=', of.personId)
    .where('booking_id', '<>', of.but)
    .executeTakeFirstOrThrow();
  return { thatDay: row.that_day, open: row.open };
}

export interface SlotKey {
  readonly centreId: number;
  readonly groupId: string;
  readonly day: Day;
  readonly from: number;
}

/**
 * Holds the slot until the transaction ends and gives its lowest free place, or undefined when all are taken. Whoever
 * asks meanwhile waits; the unique index on places stands behind it.
 */
export async function takePlace(
  tx: Tx,
  { centreId, groupId, day, from }: SlotKey,
  places: number,
): Promise<number | undefined> {
  await tables(tx)
    .insertInto('appointments.slot')
    .values({ centre_id: centreId, group_id: groupId, day, from_minute: from, asked: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['centre_id', 'group_id', 'day', 'from_minute'])
        .doUpdateSet({ asked: sql`appointments.slot.asked + 1` }),
    )
    .execute();
  const taken = await tables(tx)
    .selectFrom('appointments.booking')
    .select('place')
    .where('centre_id', '=', centreId)
    .where('group_id', '=', groupId)
    .where('day', '=', day)
    .where('from_minute', '=', from)
    .where('state', '<>', 'cancelled')
    .execute();
  const used = new Set(taken.map(({ place }) => place));
  if (used.size >= places) return undefined;
  for (let place = 1; place <= places; place += 1) if (!used.has(place)) return place;
  return undefined;
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

export interface SlotCount {
  readonly day: Day;
  readonly from_minute: number;
  readonly booked: number;
  readonly arrived: number;
}

/** How many places of each slot are taken, and by how many who have come. */
export function countSlots(
  db: Db,
  centreId: number,
  groupId: string,
  span: { readonly from: Day; readonly to: Day },
): Promise<SlotCount[]> {
  return tables(db)
    .selectFrom('appointments.booking')
    .select([
      'day',
      'from_minute',
      sql<number>`count(*)::integer`.as('booked'),
      sql<number>`(count(*) filter (where state = 'arrived'))::integer`.as('arrived'),
    ])
    .where('centre_id', '=', centreId)
    .where('group_id', '=', groupId)
    .where('day', '>=', span.from)
    .where('day', '<=', span.to)
    .where('state', '<>', 'cancelled')
    .groupBy(['day', 'from_minute'])
    .execute();
}

/** How many appointments of a group are still to come. */
export async function countToCome(
  db: Db,
  centreId: number,
  groupId: string,
  now: Date,
): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('appointments.booking')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .where('centre_id', '=', centreId)
    .where('group_id', '=', groupId)
    .where('state', '=', 'booked')
    .where('starts_at', '>', now)
    .executeTakeFirstOrThrow();
  return count;
}

/** Days of missed appointments that count against a person, since a day. */
export async function listMissedDays(
  db: Db,
  centreId: number,
  personId: string,
  since: Day,
): Promise<Day[]> {
  const rows = await tables(db)
    .selectFrom('appointments.booking')
    .select('day')
    .where('centre_id', '=', centreId)
    .where('person_id', '=', personId)
    .where('state', '=', 'missed')
    .where('is_excused', '=', false)
    .where('day', '>=', since)
    .execute();
  return rows.map(({ day }) => day);
}
