import { sql } from 'kysely';

import type { Centre } from '../centre/centre.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import { runText, sendText } from '../db/transaction.ts';
import type { Db, Tx } from '../db/types.ts';
import { newId } from '../ids/id.ts';
import type { Job, Schedule } from './contract.ts';
import { lastDueTime, nextDueTime, specOf } from './due-times.ts';

/** The key of a scheduled run: while one waits or runs, the next is not begun. */
export const SCHEDULE_KEY = '@schedule';

export interface ScheduledJob extends Job {
  readonly schedule: Schedule;
}

export function listScheduled(jobs: readonly Job[]): ScheduledJob[] {
  return jobs.filter((job): job is ScheduledJob => job.schedule !== undefined);
}

interface SchedulerDeps {
  readonly database: Database;
  readonly clock: Clock;
}

/** Writes down when each scheduled job is due next in a centre; a schedule that was changed starts anew from now. */
export async function ensureSchedules(
  { database, clock }: SchedulerDeps,
  centre: Centre,
  jobs: readonly ScheduledJob[],
): Promise<void> {
  const now = clock.now();
  await database.transaction(async (tx) => {
    sendText(
      tx,
      `INSERT INTO kernel.job_schedule (centre_id, name, spec, next_due_at)
       SELECT $1, s.name, s.spec, s.next_due_at
       FROM unnest($2::text[], $3::text[], $4::timestamptz[]) AS s (name, spec, next_due_at)
       ON CONFLICT (centre_id, name) DO UPDATE SET spec = excluded.spec, next_due_at = excluded.next_due_at
       WHERE job_schedule.spec <> excluded.spec`,
      [
        centre.centreId,
        jobs.map((job) => job.name),
        jobs.map((job) => specOf(job.schedule, centre.zone)),
        jobs.map((job) => nextDueTime(job.schedule, centre.zone, now)),
      ],
    );
  });
}

/** Centres with a schedule that is due. */
export async function listCentresDue(
  db: Db,
  centreIds: readonly number[],
  now: Date,
): Promise<number[]> {
  const { rows } = await sql<{ centre_id: number }>`
    SELECT c.centre_id FROM unnest(${[...centreIds]}::integer[]) AS c (centre_id)
    WHERE EXISTS (SELECT FROM kernel.job_schedule s
      WHERE s.centre_id = c.centre_id AND s.next_due_at <= ${now})`.execute(db);
  return rows.map((row) => row.centre_id);
}

/**
 * Enqueues one run for each schedule of a centre that is due, and moves it to its next due time in the
 * same transaction. A job whose run before is not finished stays due.
 */
export async function enqueueDueRuns(
  { database, clock }: SchedulerDeps,
  centre: Centre,
  jobs: readonly ScheduledJob[],
): Promise<number> {
  const now = clock.now();
  const byName = new Map(jobs.map((job) => [job.name, job]));
  return database.transaction(async (tx) => {
    const due = await takeDueSchedules(tx, centre.centreId, [...byName.keys()], now);
    for (const name of due) {
      const job = byName.get(name);
      if (job === undefined) continue;
      const dueAt = lastDueTime(job.schedule, centre.zone, now) ?? now;
      const nextDueAt = nextDueTime(job.schedule, centre.zone, now);
      enqueueRun(tx, centre.centreId, job, { jobId: newId(clock), dueAt, nextDueAt, now });
    }
    return due.length;
  });
}

async function takeDueSchedules(
  tx: Tx,
  centreId: number,
  names: readonly string[],
  now: Date,
): Promise<string[]> {
  const rows = await runText<{ name: string }>(
    tx,
    `SELECT s.name FROM kernel.job_schedule s
     WHERE s.centre_id = $1 AND s.next_due_at <= $2 AND s.name = ANY ($3::text[])
       AND NOT EXISTS (SELECT FROM kernel.job j WHERE j.centre_id = $1 AND j.name = s.name AND j.key = $4)
     FOR UPDATE SKIP LOCKED`,
    [centreId, now, names, SCHEDULE_KEY],
  );
  return rows.map((row) => row.name);
}

function enqueueRun(
  tx: Tx,
  centreId: number,
  job: ScheduledJob,
  run: {
    readonly jobId: string;
    readonly dueAt: Date;
    readonly nextDueAt: Date;
    readonly now: Date;
  },
): void {
  sendText(
    tx,
    `INSERT INTO kernel.job (centre_id, job_id, name, is_outside, payload, key, due_at, run_at)
     VALUES ($1, $2, $3, $4, '{}', $5, $6, $7)`,
    [centreId, run.jobId, job.name, job.run.mode === 'outside', SCHEDULE_KEY, run.dueAt, run.now],
  );
  sendText(
    tx,
    `UPDATE kernel.job_schedule SET next_due_at = $3, last_due_at = $4 WHERE centre_id = $1 AND name = $2`,
    [centreId, job.name, run.nextDueAt, run.dueAt],
  );
}
