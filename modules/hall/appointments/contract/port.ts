import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';

/** What a checked-in appointment asks of the queue. */
export interface TicketOrder {
  readonly siteId: string;
  readonly zoneId: string | null;
  /** The business in the queue, by its code. */
  readonly queueCode: string;
  readonly appointmentId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly partyId: string;
  /** Who comes, when they act for a firm. */
  readonly personId: string;
  /** Masked. */
  readonly holder: string;
  readonly mobile: string | undefined;
  readonly matterId: string | null;
  readonly takenAt: 'desk' | 'machine';
}

/**
 * Port: the queue gives a ticket in the same transaction, so that a check-in has one or did not happen. Walk-in and
 * appointment stand in one queue; the slot is told for the queue’s own order. Idempotent on `appointmentId`.
 */
export type IssueTicket = (
  tx: Tx,
  actor: Actor,
  order: TicketOrder,
) => Promise<{ readonly ticketId: string; readonly number: string; readonly ahead: number | null }>;
