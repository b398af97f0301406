import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import { newId } from '#kernel/ids/id.ts';

import { events, type TicketAct, type WindowAct, type WindowState } from '../contract.ts';
import { insertWindowEvent } from './repository-windows.ts';
import * as repository from './repository.ts';
import type { TicketRow, WindowStateRow } from './tables.ts';

/** One act in its transaction. */
export interface Writing {
  readonly tx: Tx;
  readonly clock: Clock;
  readonly actor: Actor;
}

const KINDS = {
  issued: events.issued,
  called: events.called,
  recalled: events.called,
  started: events.started,
  finished: events.finished,
  missed: events.missed,
  requeued: events.requeued,
  transferred: events.transferred,
  held: events.held,
  resumed: events.resumed,
  left: events.left,
  expired: events.expired,
  released: events.released,
  'green-allowed': events.greenAllowed,
} as const satisfies Readonly<Record<TicketAct, unknown>>;

/** Where an act happened: a window with whoever is signed in, or nowhere in particular. */
export type Place = Pick<
  WindowStateRow,
  'window_id' | 'window_number' | 'zone_id' | 'person_id' | 'person_name'
>;

/** Writes what happened to a ticket into its record, the outbox and the audit log. */
export function recordAct(
  { tx, clock, actor }: Writing,
  row: TicketRow,
  act: TicketAct,
  { place, reason = '' }: { readonly place?: Place | undefined; readonly reason?: string } = {},
): void {
  const where = {
    window_id: place?.window_id ?? null,
    window_number: place?.window_number ?? null,
    person_id: place?.person_id ?? null,
  };
  repository.insertEvent(tx, {
    centre_id: row.centre_id,
    ticket_id: row.ticket_id,
    seq: row.version,
    act,
    at: clock.now(),
    day: row.day,
    site_id: row.site_id,
    business_id: row.business_id,
    number: row.number,
    state: row.state,
    ...where,
    person_name: place?.person_name ?? (actor.kind === 'staff' ? actor.name : ''),
    by_kind: actor.kind,
    by_id: actor.id,
    finish_kind: act === 'finished' ? row.finish_kind : null,
    reason,
  });
  tell(tx, clock, actor, KINDS[act], {
    subject: { kind: 'queue.ticket', id: row.ticket_id },
    payload: {
      ticketId: row.ticket_id,
      number: row.number,
      day: row.day,
      siteId: row.site_id,
      zoneId: place?.zone_id ?? row.zone_id,
      businessId: row.business_id,
      act,
      state: row.state,
      lane: row.lane,
      channel: row.channel,
      windowId: where.window_id,
      windowNumber: where.window_number,
      personId: where.person_id,
      partyId: row.party_id,
      appointmentId: row.appointment_id,
      calls: row.calls,
      finishKind: row.finish_kind,
      reason,
    },
  });
}

/** Changes a ticket and records the act; gives the row as it is then. */
export function changeTicket(
  writing: Writing,
  before: TicketRow,
  act: TicketAct,
  changes: Partial<TicketRow>,
  more: { readonly place?: Place | undefined; readonly reason?: string } = {},
): TicketRow {
  const set = { ...changes, version: before.version + 1 };
  const after = { ...before, ...set };
  repository.updateTicket(writing.tx, before, set);
  recordAct(writing, after, act, more);
  return after;
}

const SHOWN: Readonly<Record<WindowStateRow['state'], WindowState>> = {
  offline: 'offline',
  open: 'idle',
  paused: 'paused',
  closed: 'closed',
};

/** What a window shows, with a ticket in its hands or not. */
export function toWindowState(
  work: WindowStateRow['state'],
  ticket: 'called' | 'serving' | undefined,
): WindowState {
  if (work === 'open' && ticket !== undefined) return ticket === 'called' ? 'calling' : 'serving';
  return SHOWN[work];
}

/** Writes what happened at a window. `who` stands there, or stood until now. */
export function recordWindow(
  { tx, clock, actor }: Writing,
  row: WindowStateRow,
  act: WindowAct,
  more: {
    readonly day: string;
    readonly reason?: string;
    readonly who?: Pick<WindowStateRow, 'person_id' | 'person_name' | 'is_cover'>;
  },
): void {
  const { person_id, person_name, is_cover } = more.who ?? row;
  const reason = more.reason ?? '';
  insertWindowEvent(tx, {
    centre_id: row.centre_id,
    event_id: newId(clock),
    window_id: row.window_id,
    window_number: row.window_number,
    site_id: row.site_id,
    zone_id: row.zone_id,
    day: more.day,
    act,
    at: clock.now(),
    person_id,
    person_name,
    is_cover,
    reason,
  });
  tell(tx, clock, actor, events.windowChanged, {
    subject: { kind: 'queue.window', id: row.window_id },
    payload: {
      windowId: row.window_id,
      windowNumber: row.window_number,
      siteId: row.site_id,
      zoneId: row.zone_id,
      act,
      state: SHOWN[row.state],
      personId: person_id,
      reason,
    },
  });
}
