import { sql } from 'kysely';

import { sendChange, sendRows, tableOf } from '#kernel/db/prepared.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { Lane } from '../contract.ts';
import type { LineNow } from './rules/line.ts';
import type { LineRow, QueueTables, TicketEventRow, TicketRow, VisitCaseRow } from './tables.ts';

export const tables = (db: Db) => db.$extendTables<QueueTables>();

const TICKETS = tableOf<TicketRow>('queue.ticket');
const EVENTS = tableOf<TicketEventRow>('queue.ticket_event');

export function insertTicket(tx: Tx, row: TicketRow): void {
  sendRows(tx, TICKETS, [row]);
}

export function updateTicket(
  tx: Tx,
  { centre_id, ticket_id }: Pick<TicketRow, 'centre_id' | 'ticket_id'>,
  changes: Partial<TicketRow>,
): void {
  sendChange(tx, TICKETS, { centre_id, ticket_id }, changes);
}

export function insertEvent(tx: Tx, row: TicketEventRow): void {
  sendRows(tx, EVENTS, [row]);
}

export function findTicket(
  db: Db,
  centreId: number,
  ticketId: string,
): Promise<TicketRow | undefined> {
  return tables(db)
    .selectFrom('queue.ticket')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
}

export function lockTicket(
  tx: Tx,
  centreId: number,
  ticketId: string,
): Promise<TicketRow | undefined> {
  return tables(tx)
    .selectFrom('queue.ticket')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('ticket_id', '=', ticketId)
    .forUpdate()
    .executeTakeFirst();
}

/** A ticket of the day by what is printed on it, held; undefined while another window has it in its hands. */
export function lockByNumber(
  tx: Tx,
  centreId: number,
  of: { readonly siteId: string; readonly day: string; readonly number: string },
): Promise<TicketRow | undefined> {
  return tables(tx)
    .selectFrom('queue.ticket')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('site_id', '=', of.siteId)
    .where('day', '=', of.day)
    .where('number', '=', of.number)
    .forUpdate()
    .executeTakeFirst();
}

export function findByToken(
  db: Db,
  centreId: number,
  token: string,
): Promise<TicketRow | undefined> {
  return tables(db)
    .selectFrom('queue.ticket')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('token', '=', token)
    .executeTakeFirst();
}

export function findByAppointment(
  db: Db,
  centreId: number,
  appointmentId: string,
): Promise<TicketRow | undefined> {
  return tables(db)
    .selectFrom('queue.ticket')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('appointment_id', '=', appointmentId)
    .executeTakeFirst();
}

/** Open tickets of a person today, of one business or of all. */
export function listOpenOf(
  db: Db,
  centreId: number,
  of: {
    readonly day: string;
    readonly holderKeys: readonly string[];
    readonly businessId?: string;
  },
): Promise<TicketRow[]> {
  return tables(db)
    .selectFrom('queue.ticket')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('day', '=', of.day)
    .where('holder_key', '=', sql<string>`any(${[...of.holderKeys]}::text[])`)
    .where('state', 'in', ['waiting', 'called', 'serving', 'held'])
    .$if(of.businessId !== undefined, (query) =>
      query.where('business_id', '=', of.businessId ?? ''),
    )
    .orderBy('ticket_id')
    .execute();
}

/** Tickets of a person, newest first. */
export function listOfHolder(
  db: Db,
  centreId: number,
  of: { readonly holderKey: string; readonly limit: number },
): Promise<TicketRow[]> {
  return tables(db)
    .selectFrom('queue.ticket')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('holder_key', '=', of.holderKey)
    .orderBy('ticket_id', 'desc')
    .limit(of.limit)
    .execute();
}

const LAST = {
  normal: 'last_normal',
  appointment: 'last_appointment',
  priority: 'last_priority',
  transferred: 'last_transferred',
  green: 'last_green',
} as const satisfies Readonly<Record<Lane, keyof LineRow>>;

/** Holds the line of a business and day until the transaction ends; makes it when it is the first. */
export async function lockLine(
  tx: Tx,
  centreId: number,
  businessId: string,
  day: string,
): Promise<LineRow> {
  return tables(tx)
    .insertInto('queue.line')
    .values({
      centre_id: centreId,
      business_id: businessId,
      day,
      last_serial: 0,
      last_normal: 0,
      last_appointment: 0,
      last_priority: 0,
      last_transferred: 0,
      last_green: 0,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['centre_id', 'business_id', 'day'])
        .doUpdateSet((eb) => ({ last_serial: eb.ref('queue.line.last_serial') })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function keepLine(
  tx: Tx,
  line: Pick<LineRow, 'centre_id' | 'business_id' | 'day'>,
  changes: { readonly serial?: number; readonly lane: Lane; readonly key: number },
): void {
  send(
    tx,
    tables(tx)
      .updateTable('queue.line')
      .set({
        [LAST[changes.lane]]: changes.key,
        ...(changes.serial === undefined ? {} : { last_serial: changes.serial }),
      })
      .where('centre_id', '=', line.centre_id)
      .where('business_id', '=', line.business_id)
      .where('day', '=', line.day),
  );
}

export const toLine = (row: LineRow, head: number | null): LineNow => ({
  last: {
    normal: row.last_normal,
    appointment: row.last_appointment,
    priority: row.last_priority,
    transferred: row.last_transferred,
    green: row.last_green,
  },
  head,
});

const waitingIn = (db: Db, centreId: number, businessId: string, day: string) =>
  tables(db)
    .selectFrom('queue.ticket')
    .where('centre_id', '=', centreId)
    .where('business_id', '=', businessId)
    .where('day', '=', day)
    .where('state', '=', 'waiting');

/** The first `limit` of a line, in the order of their turn. */
export function listFirst(
  db: Db,
  centreId: number,
  businessId: string,
  day: string,
  limit: number,
): Promise<TicketRow[]> {
  return waitingIn(db, centreId, businessId, day)
    .selectAll()
    .orderBy('line_key')
    .orderBy('ticket_id')
    .limit(limit)
    .execute();
}

export async function findHead(
  db: Db,
  centreId: number,
  businessId: string,
  day: string,
): Promise<number | null> {
  const row = await waitingIn(db, centreId, businessId, day)
    .select('line_key')
    .orderBy('line_key')
    .limit(1)
    .executeTakeFirst();
  return row?.line_key ?? null;
}

/** Tickets of the line before a place. */
export async function countAhead(
  db: Db,
  row: Pick<TicketRow, 'centre_id' | 'business_id' | 'day' | 'line_key' | 'ticket_id'>,
): Promise<number> {
  const { count } = await waitingIn(db, row.centre_id, row.business_id, row.day)
    .where(sql<boolean>`(line_key, ticket_id) < (${row.line_key}, ${row.ticket_id}::uuid)`)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export function listEvents(db: Db, centreId: number, ticketId: string): Promise<TicketEventRow[]> {
  return tables(db)
    .selectFrom('queue.ticket_event')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('ticket_id', '=', ticketId)
    .orderBy('seq')
    .execute();
}

export function listVisitCases(
  db: Db,
  centreId: number,
  ticketId: string,
): Promise<VisitCaseRow[]> {
  return tables(db)
    .selectFrom('queue.visit_case')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('ticket_id', '=', ticketId)
    .orderBy('at')
    .execute();
}

/** A replay of the event writes the same row again. */
export function joinCase(tx: Tx, row: VisitCaseRow): void {
  send(
    tx,
    tables(tx)
      .insertInto('queue.visit_case')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['centre_id', 'ticket_id', 'case_id']).doNothing(),
      ),
  );
}

/** Tickets of earlier days that nobody ended, held; those that somebody holds are left to the next run. */
export function lockLeftOver(
  tx: Tx,
  centreId: number,
  before: string,
  limit: number,
): Promise<TicketRow[]> {
  return tables(tx)
    .selectFrom('queue.ticket')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('day', '<', before)
    .where('state', 'in', ['waiting', 'called', 'serving', 'held'])
    .orderBy('day')
    .orderBy('ticket_id')
    .limit(limit)
    .forUpdate()
    .execute();
}

/** The first of a line who can be told and have not been. */
export async function listUntold(
  tx: Tx,
  centreId: number,
  of: { readonly businessId: string; readonly day: string; readonly among: number },
): Promise<TicketRow[]> {
  const first = await listFirst(tx, centreId, of.businessId, of.day, of.among);
  return first.filter(
    (row) => row.noticed_at === null && (row.mobile_sealed !== null || row.account_id !== null),
  );
}
