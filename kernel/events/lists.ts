import { sql } from 'kysely';

import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import { afterCursor, readCursor, toPage } from '../db/keyset.ts';
import {
  type ListenerItem,
  type ListParkedQuery,
  type ParkedEvent,
  permissions,
} from './contract-admin.ts';
import type { Listener } from './listener.ts';
import type { ParkedState } from './tables.ts';

export interface EventAdminDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** All listeners of the product; asked when needed, because modules are made one after the other. */
  readonly listeners: () => readonly Listener[];
  /** Days that events stay in the log. 400 unless told. */
  readonly retentionDays?: number;
}

interface PlaceRow {
  readonly listener: string;
  readonly moved_at: Date;
  readonly oldest_due_at: Date | null;
  readonly retrying: number;
  readonly dead: number;
  readonly waiting: number;
}

/** Listeners of the centre, how far each has come and what is set aside for it. */
export async function listListeners(deps: EventAdminDeps, actor: Actor) {
  authorise(actor, permissions.view.name);
  const declared = new Map(deps.listeners().map((listener) => [listener.name, listener]));
  const names = [...declared.values()].flatMap((listener) =>
    listener.events.map((kind) => [listener.name, kind.name] as const),
  );
  const { rows } = await sql<PlaceRow>`
    SELECT p.listener, p.moved_at,
      (SELECT min(o.at) FROM kernel.outbox o
       WHERE o.centre_id = p.centre_id AND (o.written_by, o.event_id) > (p.written_by, p.event_id)
         AND o.name IN (SELECT l.name
           FROM unnest(${names.map(([listener]) => listener)}::text[], ${names.map(([, name]) => name)}::text[])
             AS l (listener, name) WHERE l.listener = p.listener)) AS oldest_due_at,
      count(e.state) FILTER (WHERE e.state = 'retrying')::integer AS retrying,
      count(e.state) FILTER (WHERE e.state = 'dead')::integer AS dead,
      count(e.state) FILTER (WHERE e.state = 'waiting')::integer AS waiting
    FROM kernel.listener_place p
    LEFT JOIN kernel.parked_event e ON e.centre_id = p.centre_id AND e.listener = p.listener
    WHERE p.centre_id = ${actor.centreId}
    GROUP BY p.centre_id, p.listener, p.moved_at, p.written_by, p.event_id
    ORDER BY p.listener`.execute(deps.database.db);
  const items: ListenerItem[] = rows.map((row) => ({
    name: row.listener,
    isDeclared: declared.has(row.listener),
    events: declared.get(row.listener)?.events.map((kind) => kind.name) ?? [],
    movedAt: row.moved_at.toISOString(),
    oldestDueAt: row.oldest_due_at?.toISOString() ?? null,
    retrying: row.retrying,
    dead: row.dead,
    waiting: row.waiting,
  }));
  return { items };
}

interface ParkedRow {
  readonly listener: string;
  readonly event_id: string;
  readonly name: string;
  readonly aggregate_kind: string;
  readonly aggregate_id: string;
  readonly state: ParkedState;
  readonly attempts: number;
  readonly next_at: Date;
  readonly error: string | null;
  readonly parked_at: Date;
}

/** Events set aside, by listener and in the order they were made. */
export async function listParked(deps: EventAdminDeps, actor: Actor, query: ListParkedQuery) {
  authorise(actor, permissions.view.name);
  const listener = query.listener ?? null;
  const state = query.state ?? null;
  const { rows } = await sql<ParkedRow>`
    SELECT listener, event_id, name, aggregate_kind, aggregate_id, state, attempts, next_at, error, parked_at
    FROM kernel.parked_event
    WHERE centre_id = ${actor.centreId}
      AND (${listener}::text IS NULL OR listener = ${listener}) AND (${state}::text IS NULL OR state = ${state})
      AND ${afterCursor(readCursor(query.cursor), ['listener', 'event_id'])}
    ORDER BY listener, event_id LIMIT ${query.limit + 1}`.execute(deps.database.db);
  const page = toPage(rows, query.limit, toParkedEvent, (row) => [row.listener, row.event_id]);
  return { ...page, total: null };
}

function toParkedEvent(row: ParkedRow): ParkedEvent {
  return {
    listener: row.listener,
    eventId: row.event_id,
    name: row.name,
    subject: { kind: row.aggregate_kind, id: row.aggregate_id },
    state: row.state,
    attempts: row.attempts,
    nextAt: row.next_at.toISOString(),
    error: row.error,
    parkedAt: row.parked_at.toISOString(),
  };
}
