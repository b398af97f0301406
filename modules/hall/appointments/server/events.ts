import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { events } from '../contract.ts';
import type { BookingRow } from './tables.ts';

/** An act on a row; the audit entry keeps it before, when there was one, and after. */
interface Change {
  readonly act: 'created' | 'changed';
  readonly before?: BookingRow;
  readonly after: BookingRow;
}

/** Says that a booking changed. */
export function bookingChanged(tx: Tx, clock: Clock, actor: Actor, { act, ...rows }: Change): void {
  const { booking_id: id, code } = rows.after;
  tell(tx, clock, actor, events.bookingChanged, {
    subject: { kind: 'appointments.booking', id },
    payload: { bookingId: id, code, act },
    audit: rows,
  });
}
