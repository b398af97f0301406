import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { events } from '../contract.ts';
import type { Doing } from './doing.ts';
import { toTime } from './rules.ts';
import type { BookingRow } from './tables.ts';

type Happening = 'booked' | 'moved' | 'cancelled' | 'arrived' | 'missed' | 'excused';

/** What happened to a booking: event, audit entry and live message. The holder is in none of them. */
export function tellOf(
  { deps, tx, actor }: Doing,
  what: Happening,
  row: BookingRow,
  audit: Readonly<Record<string, unknown>> = {},
): void {
  tell(tx, deps.clock, actor, events[what], {
    subject: { kind: 'appointments.booking', id: row.booking_id },
    payload: {
      bookingId: row.booking_id,
      groupId: row.group_id,
      siteId: row.site_id,
      partyId: row.party_id,
      day: row.day,
      from: toTime(row.from_minute),
      ticketId: row.ticket_id,
    },
    audit,
  });
}

export function listExported(tx: Tx, clock: Clock, actor: Actor, rows: number): void {
  tell(tx, clock, actor, events.exported, {
    subject: { kind: 'appointments.list', id: 'export' },
    payload: { rows },
  });
}
