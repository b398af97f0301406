import { sql } from 'kysely';

import type { Day } from '#kernel/clock/day.ts';
import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { BookingFilter } from '../contract.ts';
import { tables } from './repository.ts';
import type { BookingRow, ReminderRow } from './tables.ts';

export interface ListFilter extends BookingFilter {
  readonly search?: string | undefined;
  /** The sites that the reader sees; undefined for all. */
  readonly sites: readonly string[] | undefined;
}

function bookingsWhere(db: Db, centreId: number, filter: ListFilter) {
  const { siteId, groupId, state, from, to, search, sites } = filter;
  let query = tables(db).selectFrom('appointments.booking').where('centre_id', '=', centreId);
  if (sites !== undefined)
    query =
      sites.length === 0
        ? query.where(sql<boolean>`false`)
        : query.where('site_id', 'in', [...sites]);
  if (siteId !== undefined) query = query.where('site_id', '=', siteId);
  if (groupId !== undefined) query = query.where('group_id', '=', groupId);
  if (state !== undefined) query = query.where('state', '=', state);
  if (from !== undefined) query = query.where('day', '>=', from);
  if (to !== undefined) query = query.where('day', '<=', to);
  if (search !== undefined && search !== '') {
    const code = search.toUpperCase().replaceAll(/[\s-]/g, '');
    query = query.where((eb) => eb.or([eb('code', '=', code), eb('ticket_no', '=', code)]));
  }
  return query;
}

/** A page in the order of time. One row more than asked for, when there is one. */
export function listBookings(
  db: Db,
  centreId: number,
  filter: ListFilter,
  page: { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<BookingRow[]> {
  return bookingsWhere(db, centreId, filter)
    .selectAll()
    .where(afterCursor(page.cursor, ['starts_at', 'booking_id']))
    .orderBy('starts_at')
    .orderBy('booking_id')
    .limit(page.limit + 1)
    .execute();
}

export async function countBookings(db: Db, centreId: number, filter: ListFilter): Promise<number> {
  const { count } = await bookingsWhere(db, centreId, filter)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export interface FigureRow {
  readonly day: Day;
  readonly group_id: string;
  readonly booked: number;
  readonly waiting: number;
  readonly arrived: number;
  readonly missed: number;
  readonly cancelled: number;
}

const countOf = (state: string) => sql<number>`(count(*) filter (where state = ${state}))::integer`;

/** What happened to the bookings of each day and group. */
export function countByDay(db: Db, centreId: number, filter: ListFilter): Promise<FigureRow[]> {
  return bookingsWhere(db, centreId, filter)
    .select([
      'day',
      'group_id',
      sql<number>`count(*)::integer`.as('booked'),
      countOf('booked').as('waiting'),
      countOf('arrived').as('arrived'),
      countOf('missed').as('missed'),
      countOf('cancelled').as('cancelled'),
    ])
    .groupBy(['day', 'group_id'])
    .orderBy('day')
    .execute();
}

export interface MissedRow {
  readonly party_id: string;
  readonly person_id: string;
  readonly holder_shown: string;
  readonly days: readonly Day[];
}

/** Who missed appointments since a day that count, with the days. */
export function listMissed(
  db: Db,
  centreId: number,
  since: Day,
  sites: readonly string[] | undefined,
): Promise<MissedRow[]> {
  return bookingsWhere(db, centreId, { sites, state: 'missed', from: since })
    .select([
      'person_id',
      sql<string>`(array_agg(party_id order by day desc))[1]`.as('party_id'),
      sql<string>`(array_agg(holder_shown order by day desc))[1]`.as('holder_shown'),
      sql<string[]>`array_agg(day::text order by day)`.as('days'),
    ])
    .where('is_excused', '=', false)
    .groupBy('person_id')
    .orderBy(sql`count(*)`, 'desc')
    .limit(500)
    .execute();
}

/** Bookings whose slot began before an instant and nobody came, kept from others. */
export function lockNotCome(
  tx: Tx,
  centreId: number,
  before: Date,
  limit: number,
): Promise<BookingRow[]> {
  return tables(tx)
    .selectFrom('appointments.booking')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('state', '=', 'booked')
    .where('starts_at', '<', before)
    .orderBy('starts_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Bookings to come within a span that were not reminded for this many hours before, kept from others. */
export function lockToRemind(
  tx: Tx,
  centreId: number,
  span: { readonly from: Date; readonly to: Date; readonly hours: number; readonly limit: number },
): Promise<BookingRow[]> {
  return tables(tx)
    .selectFrom('appointments.booking as b')
    .selectAll('b')
    .where('b.centre_id', '=', centreId)
    .where('b.state', '=', 'booked')
    .where('b.starts_at', '>', span.from)
    .where('b.starts_at', '<=', span.to)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('appointments.reminder as r')
            .select('r.hours')
            .whereRef('r.centre_id', '=', 'b.centre_id')
            .whereRef('r.booking_id', '=', 'b.booking_id')
            .whereRef('r.starts_at', '=', 'b.starts_at')
            .where('r.hours', '<=', span.hours),
        ),
      ),
    )
    .orderBy('b.starts_at')
    .limit(span.limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export function insertReminder(tx: Tx, row: ReminderRow): void {
  send(
    tx,
    tables(tx)
      .insertInto('appointments.reminder')
      .values(row)
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** Puts what stands under one record of the register under another. */
export function moveParty(tx: Tx, centreId: number, fromId: string, intoId: string): void {
  for (const column of ['party_id', 'person_id'] as const)
    send(
      tx,
      tables(tx)
        .updateTable('appointments.booking')
        .set({ [column]: intoId })
        .where('centre_id', '=', centreId)
        .where(column, '=', fromId),
    );
}

/** Leaves nothing personal of an erased party. */
export function forgetParty(tx: Tx, centreId: number, partyId: string): void {
  send(
    tx,
    tables(tx)
      .updateTable('appointments.booking')
      .set({ holder_shown: '', mobile_sealed: null, mobile_index: null, account_id: null })
      .where('centre_id', '=', centreId)
      .where((eb) => eb.or([eb('party_id', '=', partyId), eb('person_id', '=', partyId)])),
  );
}

/** Who is booked on a day of a group, or at one slot of it, kept from others until the transaction ends. */
export function lockBookedOn(
  tx: Tx,
  centreId: number,
  of: {
    readonly groupId: string;
    readonly day: string;
    readonly fromMinute: number | undefined;
  },
): Promise<BookingRow[]> {
  return tables(tx)
    .selectFrom('appointments.booking')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('group_id', '=', of.groupId)
    .where('day', '=', of.day)
    .where('state', '=', 'booked')
    .$if(of.fromMinute !== undefined, (query) =>
      query.where('from_minute', '=', of.fromMinute ?? 0),
    )
    .orderBy('booking_id')
    .forUpdate()
    .execute();
}
