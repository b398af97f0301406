import type { z } from 'zod';

import type { Actor } from '../access/contract-actor.ts';
import type { Clock } from '../clock/clock.ts';
import { afterCommit, sendText } from '../db/transaction.ts';
import type { Tx } from '../db/types.ts';
import { wakeReaders } from '../events/wake.ts';
import { newId } from '../ids/id.ts';
import type { Job } from './contract.ts';

export interface Enqueuing<P extends z.ZodType> {
  readonly payload: z.input<P>;
  /** When it may run; at once unless told. */
  readonly runAt?: Date;
  /** Overrides the job's own key. */
  readonly key?: string;
}

const INSERT = `INSERT INTO kernel.job (centre_id, job_id, name, is_outside, payload, key, due_at, run_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`;

// A waiting job with the key is held until this transaction ends, so that whoever runs it sees what this
// transaction wrote; one that somebody has already taken to run does not count as waiting.
const INSERT_UNLESS_WAITING = `WITH waiting AS (
    SELECT job_id FROM kernel.job
    WHERE centre_id = $1 AND name = $3 AND key = $6 AND leased_by IS NULL AND (run_at <= $7 OR attempts > 0)
    LIMIT 1 FOR KEY SHARE SKIP LOCKED)
  INSERT INTO kernel.job (centre_id, job_id, name, is_outside, payload, key, due_at, run_at)
  SELECT $1, $2, $3, $4, $5, $6, $7, $7 WHERE NOT EXISTS (SELECT FROM waiting)`;

/**
 * Leaves work for later in the transaction of the act: when the act is not kept, neither is the job.
 * The payload is checked here and again when it runs. A second job with the key of a waiting one is not
 * written; the payload of the first is kept.
 */
export function enqueue<P extends z.ZodType>(
  tx: Tx,
  clock: Clock,
  centre: Pick<Actor, 'centreId'> | number,
  job: Job<P>,
  { payload, runAt, key }: Enqueuing<P>,
): void {
  const centreId = typeof centre === 'number' ? centre : centre.centreId;
  const checked = job.payload.parse(payload);
  const ownKey = key ?? job.key?.(checked) ?? null;
  sendText(tx, ownKey === null ? INSERT : INSERT_UNLESS_WAITING, [
    centreId,
    newId(clock),
    job.name,
    job.run.mode === 'outside',
    JSON.stringify(payload),
    ownKey,
    runAt ?? clock.now(),
  ]);
  afterCommit(tx, () => wakeReaders({ kind: 'jobs', centreId }));
}
