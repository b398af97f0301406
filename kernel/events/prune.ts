import type { Database } from '../db/database.ts';
import { runText } from '../db/transaction.ts';

const BATCH = 2000;
const DAY_MS = 86_400_000;

/**
 * Removes events older than so many days from the log of a centre, but none that a listener has still to
 * hear or that is set aside. Gives the number removed.
 */
export async function pruneOutbox(
  database: Database,
  centreId: number,
  days: number,
  now: Date,
): Promise<number> {
  if (!(days >= 1)) throw new RangeError(`Events are kept for at least a day, not ${days}`);
  const before = new Date(now.getTime() - days * DAY_MS);
  let removed = 0;
  for (;;) {
    const rows = await database.transaction((tx) =>
      runText(
        tx,
        `DELETE FROM kernel.outbox WHERE centre_id = $1 AND event_id IN (
           SELECT o.event_id FROM kernel.outbox o
           WHERE o.centre_id = $1 AND o.at < $2
             AND o.written_by < (
               SELECT coalesce(min(p.written_by), pg_snapshot_xmin(pg_current_snapshot()))
               FROM kernel.listener_place p WHERE p.centre_id = $1)
             AND NOT EXISTS (
               SELECT FROM kernel.parked_event e WHERE e.centre_id = $1 AND e.event_id = o.event_id)
           ORDER BY o.written_by, o.event_id LIMIT ${BATCH}) RETURNING event_id`,
        [centreId, before],
      ),
    );
    removed += rows.length;
    if (rows.length < BATCH) return removed;
  }
}
