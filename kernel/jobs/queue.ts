import { sql } from 'kysely';

import { runText, sendText } from '../db/transaction.ts';
import type { Db, Tx } from '../db/types.ts';

/** A job that somebody has taken to run. */
export interface TakenJob {
  readonly job_id: string;
  readonly name: string;
  readonly payload: unknown;
  readonly key: string | null;
  readonly due_at: Date;
  /** Attempts begun or, for work in a transaction, failed before this one. */
  readonly attempts: number;
  /** Whether another one was due beside it. */
  readonly has_more: boolean;
}

const COLUMNS = 'job_id, name, payload, key, due_at, attempts';

const DUE = (isOutside: boolean) =>
  `centre_id = $1 AND is_outside = ${isOutside} AND run_at <= $2 AND name = ANY ($3::text[])`;

const NEXT = (isOutside: boolean) => `SELECT job_id FROM kernel.job WHERE ${DUE(isOutside)}
  ORDER BY run_at, job_id LIMIT 1 FOR UPDATE SKIP LOCKED`;

const MORE = (isOutside: boolean) =>
  `EXISTS (SELECT FROM kernel.job other WHERE ${DUE(isOutside)} AND other.job_id <> taken.job_id) AS has_more`;

const TAKE = `DELETE FROM kernel.job AS taken WHERE centre_id = $1 AND job_id = (${NEXT(false)})
  RETURNING ${COLUMNS}, ${MORE(false)}`;

const CLAIM = `UPDATE kernel.job AS taken SET leased_by = $4, run_at = $5, attempts = attempts + 1
  WHERE centre_id = $1 AND job_id = (${NEXT(true)})
  RETURNING ${COLUMNS}, ${MORE(true)}`;

/** Takes the next job that is due by removing it; if this transaction is not kept, it was never taken. */
export async function takeJob(
  tx: Tx,
  centreId: number,
  names: readonly string[],
  now: Date,
): Promise<TakenJob | undefined> {
  const rows = await runText<TakenJob>(tx, TAKE, [centreId, now, names]);
  return takeWithTwins(tx, centreId, rows[0]);
}

/** Who runs a job outside a transaction, and until when it is his. */
export interface Lease {
  readonly holder: string;
  readonly until: Date;
}

/** Claims the next job that is due, or whose holder did not come back in time. */
export async function claimJob(
  tx: Tx,
  centreId: number,
  names: readonly string[],
  now: Date,
  lease: Lease,
): Promise<TakenJob | undefined> {
  const parameters = [centreId, now, names, lease.holder, lease.until];
  const rows = await runText<TakenJob>(tx, CLAIM, parameters);
  return takeWithTwins(tx, centreId, rows[0]);
}

/** What was left at the same time under one key is one job: the others are removed with the one taken. */
function takeWithTwins(tx: Tx, centreId: number, job: TakenJob | undefined): TakenJob | undefined {
  if (job !== undefined && job.key !== null) removeTwins(tx, centreId, job);
  return job;
}

function removeTwins(tx: Tx, centreId: number, job: TakenJob): void {
  sendText(
    tx,
    `DELETE FROM kernel.job WHERE centre_id = $1 AND job_id IN (
       SELECT job_id FROM kernel.job
       WHERE centre_id = $1 AND name = $2 AND key = $3 AND job_id <> $4 AND leased_by IS NULL
       FOR UPDATE SKIP LOCKED)`,
    [centreId, job.name, job.key, job.job_id],
  );
}

/** Keeps a claim for longer. Gives false when it was lost: somebody else may run the job now. */
export async function extendLease(
  tx: Tx,
  centreId: number,
  job: TakenJob,
  lease: Lease,
): Promise<boolean> {
  const rows = await runText(
    tx,
    `UPDATE kernel.job SET run_at = $5
     WHERE centre_id = $1 AND job_id = $2 AND leased_by = $3 AND attempts = $4 RETURNING job_id`,
    [centreId, job.job_id, lease.holder, job.attempts, lease.until],
  );
  return rows.length === 1;
}

/** Removes a job that is done. Gives false when the claim was lost before. */
export async function finishJob(
  tx: Tx,
  centreId: number,
  job: TakenJob,
  holder: string,
): Promise<boolean> {
  const rows = await runText(
    tx,
    `DELETE FROM kernel.job
     WHERE centre_id = $1 AND job_id = $2 AND leased_by = $3 AND attempts = $4 RETURNING job_id`,
    [centreId, job.job_id, holder, job.attempts],
  );
  return rows.length === 1;
}

export interface Postponing {
  /** Attempts so far. */
  readonly attempts: number;
  readonly runAt: Date;
  readonly error: string | null;
}

/** Puts a job back until its next attempt, unless somebody else did something with it meanwhile. */
export function postponeJob(tx: Tx, centreId: number, job: TakenJob, to: Postponing): void {
  sendText(
    tx,
    `UPDATE kernel.job SET attempts = $4, run_at = $5, error = $6, leased_by = NULL
     WHERE centre_id = $1 AND job_id = $2 AND attempts = $3`,
    [centreId, job.job_id, job.attempts, to.attempts, to.runAt, to.error],
  );
  // A twin that is due would be a way around the pause.
  if (job.key !== null) removeTwins(tx, centreId, job);
}

/** Lays a job among the dead letters, unless somebody else did something with it meanwhile. */
export function buryJob(
  tx: Tx,
  centreId: number,
  job: TakenJob,
  end: { readonly attempts: number; readonly error: string; readonly now: Date },
): void {
  sendText(
    tx,
    `WITH gone AS (DELETE FROM kernel.job WHERE centre_id = $1 AND job_id = $2 AND attempts = $3 RETURNING *)
     INSERT INTO kernel.dead_job (centre_id, job_id, name, is_outside, payload, key, due_at, attempts, error, died_at)
     SELECT centre_id, job_id, name, is_outside, payload, key, due_at, $4, $5, $6 FROM gone`,
    [centreId, job.job_id, job.attempts, end.attempts, end.error, end.now],
  );
}

/** The time of the first job of each lane of each centre, past or to come. */
export interface NextDue {
  readonly centre_id: number;
  readonly is_outside: boolean;
  readonly run_at: Date;
}

export async function listNextDue(db: Db, centreIds: readonly number[]): Promise<NextDue[]> {
  const { rows } = await sql<NextDue>`
    SELECT c.centre_id, l.is_outside, n.run_at
    FROM unnest(${[...centreIds]}::integer[]) AS c (centre_id)
    CROSS JOIN (VALUES (false), (true)) AS l (is_outside)
    CROSS JOIN LATERAL (
      SELECT run_at FROM kernel.job j
      WHERE j.centre_id = c.centre_id AND j.is_outside = l.is_outside
      ORDER BY run_at LIMIT 1) n`.execute(db);
  return rows;
}
