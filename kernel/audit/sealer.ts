import { sql } from 'kysely';

import { listCentres } from '../centre/centre.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import type { Db } from '../db/types.ts';
import { createLooks } from '../events/looks.ts';
import type { Log } from '../observe/log.ts';
import { unsealedSeconds } from './metrics.ts';
import { sealAll } from './seal.ts';

export interface Sealer {
  start(): void;
  stop(): Promise<void>;
  /** Seals everything that can be sealed now. Gives the number of entries. */
  drain(): Promise<number>;
}

const SEAL_MS = 1000;

/** Links new audit entries into their chains every second. Any number of processes may do so at a time. */
export function createSealer(deps: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}): Sealer {
  const { database, clock, log } = deps;
  const drain = async (): Promise<number> => {
    const centres = await listCentres(database.db);
    return sealAll(
      database,
      centres.map((centre) => centre.centreId),
    );
  };
  const looks = createLooks({
    database,
    log,
    pollMs: SEAL_MS,
    wakes: () => false,
    look: async () => {
      await drain();
      const oldest = await findOldestUnsealed(database.db);
      const lag = oldest === undefined ? 0 : clock.now().getTime() - oldest.getTime();
      unsealedSeconds.set(Math.max(0, lag / 1000));
    },
  });
  return { start: () => looks.start(), stop: () => looks.stop(), drain };
}

/** When the oldest entry was written that no chain holds yet. */
async function findOldestUnsealed(db: Db): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`
    SELECT n.at FROM kernel.audit_head h
    CROSS JOIN LATERAL (
      SELECT e.at FROM kernel.audit_entry e
      WHERE e.centre_id = h.centre_id AND e.chain = h.chain
        AND (e.written_by, e.entry_id) > (h.sealed_through, h.sealed_entry)
      ORDER BY e.written_by, e.entry_id LIMIT 1) n
    ORDER BY n.at LIMIT 1`.execute(db);
  return rows[0]?.at;
}
