import { runText, sendText } from '../db/transaction.ts';
import type { Tx } from '../db/types.ts';
import { BEGINNING, type Place } from './log.ts';
import type { At } from './parked.ts';
import { awaitPlace, movePlace } from './places.ts';

/**
 * Moves a listener's place back to the first event at or after an instant, in the log's order; whatever
 * was set aside from there on comes again with the rest. Does nothing when that lies ahead of its place.
 */
export async function replay(tx: Tx, at: At, from: Date, now: Date): Promise<void> {
  const place = await awaitPlace(tx, at.centreId, at.listener);
  const first = await findFirstSince(tx, at.centreId, from);
  if (place === undefined || first === undefined) return;
  const start: Place = { written_by: first, event_id: BEGINNING.event_id };
  if (BigInt(place.written_by) < BigInt(first)) return;
  sendText(
    tx,
    'DELETE FROM kernel.parked_event WHERE centre_id = $1 AND listener = $2 AND written_by >= $3::xid8',
    [at.centreId, at.listener, first],
  );
  movePlace(tx, at, start, now);
}

/** The first transaction that told of something at or after the instant. */
async function findFirstSince(tx: Tx, centreId: number, from: Date): Promise<string | undefined> {
  const rows = await runText<{ written_by: string }>(
    tx,
    `SELECT written_by::text AS written_by FROM kernel.outbox
     WHERE centre_id = $1 AND at >= $2 ORDER BY written_by, event_id LIMIT 1`,
    [centreId, from],
  );
  return rows[0]?.written_by;
}
