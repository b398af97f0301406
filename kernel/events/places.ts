import { sql } from 'kysely';

import { runText, sendText } from '../db/transaction.ts';
import type { Db, Tx } from '../db/types.ts';
import type { Listener } from './listener.ts';
import { BEGINNING, type LogRow, type Place } from './log.ts';

/** Gives each listener that is new to a centre its place: the log's beginning, or what is written from now on. */
export function ensurePlaces(
  tx: Tx,
  centreId: number,
  listeners: readonly Listener[],
  now: Date,
): void {
  sendText(
    tx,
    `INSERT INTO kernel.listener_place (centre_id, listener, written_by, event_id, moved_at)
     SELECT $1, l.name,
       CASE WHEN l.starts_now THEN pg_snapshot_xmin(pg_current_snapshot()) ELSE '0'::xid8 END, $4::uuid, $5
     FROM unnest($2::text[], $3::boolean[]) AS l (name, starts_now)
     ON CONFLICT (centre_id, listener) DO NOTHING`,
    [
      centreId,
      listeners.map((listener) => listener.name),
      listeners.map((listener) => listener.start === 'now'),
      BEGINNING.event_id,
      now,
    ],
  );
}

export interface HeldPlace extends Place {
  readonly moved_at: Date;
}

/** The listener's place, kept from other workers until the transaction ends; undefined when one of them has it. */
export async function takePlace(
  tx: Tx,
  centreId: number,
  listener: string,
): Promise<HeldPlace | undefined> {
  const rows = await runText<HeldPlace>(
    tx,
    `SELECT written_by::text AS written_by, event_id, moved_at FROM kernel.listener_place
     WHERE centre_id = $1 AND listener = $2 FOR UPDATE SKIP LOCKED`,
    [centreId, listener],
  );
  return rows[0];
}

/** The same, waiting for the worker that has it. Undefined when the listener has no place in this centre. */
export async function awaitPlace(
  tx: Tx,
  centreId: number,
  listener: string,
): Promise<HeldPlace | undefined> {
  const rows = await runText<HeldPlace>(
    tx,
    `SELECT written_by::text AS written_by, event_id, moved_at FROM kernel.listener_place
     WHERE centre_id = $1 AND listener = $2 FOR UPDATE`,
    [centreId, listener],
  );
  return rows[0];
}

/** Moves the place when the transaction commits. */
export function movePlace(
  tx: Tx,
  at: { readonly centreId: number; readonly listener: string },
  to: Place,
  now: Date,
): void {
  sendText(
    tx,
    `UPDATE kernel.listener_place SET written_by = $3::xid8, event_id = $4, moved_at = $5
     WHERE centre_id = $1 AND listener = $2`,
    [at.centreId, at.listener, to.written_by, to.event_id, now],
  );
}

/** Whether two places are the same. */
export function isSamePlace(a: Place, b: Place): boolean {
  return a.written_by === b.written_by && a.event_id === b.event_id;
}

/** Whether the place is before the event in the log's order. */
export function isBefore(place: Place, row: LogRow): boolean {
  const difference = BigInt(place.written_by) - BigInt(row.written_by);
  return difference === 0n ? place.event_id < row.event_id : difference < 0n;
}

/** A listener that has something to do in a centre. */
export interface Behind {
  readonly centre_id: number;
  readonly listener: string;
}

/** Listeners with events after their place, finished or not. */
export async function listBehind(db: Db, listeners: readonly Listener[]): Promise<Behind[]> {
  const pairs = listeners.flatMap((listener) =>
    listener.events.map((kind) => [listener.name, kind.name] as const),
  );
  const { rows } = await sql<Behind>`
    SELECT DISTINCT p.centre_id, p.listener
    FROM unnest(${pairs.map(([listener]) => listener)}::text[], ${pairs.map(([, name]) => name)}::text[])
      AS l (listener, name)
    JOIN kernel.listener_place p ON p.listener = l.listener
    CROSS JOIN LATERAL (
      SELECT o.event_id FROM kernel.outbox o
      WHERE o.centre_id = p.centre_id AND o.name = l.name
        AND (o.written_by, o.event_id) > (p.written_by, p.event_id)
      ORDER BY o.written_by, o.event_id LIMIT 1) n`.execute(db);
  return rows;
}

/** Listeners with a set-aside event whose next attempt is due. */
export async function listRetriesDue(db: Db, now: Date): Promise<Behind[]> {
  const { rows } = await sql<Behind>`
    SELECT DISTINCT centre_id, listener FROM kernel.parked_event
    WHERE state = 'retrying' AND next_at <= ${now}`.execute(db);
  return rows;
}
