import { runText, sendText } from '../db/transaction.ts';
import type { Tx } from '../db/types.ts';
import type { LogRow } from './log.ts';
import type { ParkedState } from './tables.ts';

export interface ParkedHead {
  readonly event_id: string;
  readonly aggregate_kind: string;
  readonly aggregate_id: string;
  readonly attempts: number;
}

/** Which listener in which centre. */
export interface At {
  readonly centreId: number;
  readonly listener: string;
}

/** The set-aside event whose next attempt has been due longest. The caller holds the listener's place. */
export async function findRetryDue(tx: Tx, at: At, now: Date): Promise<ParkedHead | undefined> {
  const rows = await runText<ParkedHead>(
    tx,
    `SELECT event_id, aggregate_kind, aggregate_id, attempts FROM kernel.parked_event
     WHERE centre_id = $1 AND listener = $2 AND state = 'retrying' AND next_at <= $3
     ORDER BY next_at, written_by, event_id LIMIT 1`,
    [at.centreId, at.listener, now],
  );
  return rows[0];
}

export interface Parking {
  readonly state: ParkedState;
  readonly attempts: number;
  readonly nextAt: Date;
  readonly error: string | null;
  readonly now: Date;
}

/** Sets an event aside for a listener. */
export function parkEvent(tx: Tx, at: At, row: LogRow, parking: Parking): void {
  sendText(
    tx,
    `INSERT INTO kernel.parked_event (centre_id, listener, event_id, written_by, name, aggregate_kind, aggregate_id,
       state, attempts, next_at, error, parked_at)
     VALUES ($1, $2, $3, $4::xid8, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      at.centreId,
      at.listener,
      row.event_id,
      row.written_by,
      row.name,
      row.aggregate_kind,
      row.aggregate_id,
      parking.state,
      parking.attempts,
      parking.nextAt,
      parking.error,
      parking.now,
    ],
  );
}

/** Writes down a failed attempt, unless somebody changed the event's state meanwhile. */
export function failParked(tx: Tx, at: At, head: ParkedHead, parking: Parking): void {
  sendText(
    tx,
    `UPDATE kernel.parked_event SET state = $5, attempts = $6, next_at = $7, error = $8
     WHERE centre_id = $1 AND listener = $2 AND event_id = $3 AND state = 'retrying' AND attempts = $4`,
    [
      at.centreId,
      at.listener,
      head.event_id,
      head.attempts,
      parking.state,
      parking.attempts,
      parking.nextAt,
      parking.error,
    ],
  );
}

/** Takes an event out, handled or skipped; the next one of its subject is then due. */
export function releaseParked(
  tx: Tx,
  at: At,
  head: Pick<ParkedHead, 'event_id' | 'aggregate_kind' | 'aggregate_id'>,
  now: Date,
): void {
  sendText(
    tx,
    'DELETE FROM kernel.parked_event WHERE centre_id = $1 AND listener = $2 AND event_id = $3',
    [at.centreId, at.listener, head.event_id],
  );
  sendText(
    tx,
    `UPDATE kernel.parked_event SET state = 'retrying', next_at = $5
     WHERE centre_id = $1 AND listener = $2 AND event_id = (
       SELECT event_id FROM kernel.parked_event
       WHERE centre_id = $1 AND listener = $2 AND aggregate_kind = $3 AND aggregate_id = $4
       ORDER BY written_by, event_id LIMIT 1) AND state = 'waiting'`,
    [at.centreId, at.listener, head.aggregate_kind, head.aggregate_id, now],
  );
}
