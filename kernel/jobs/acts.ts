import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import { recordAudit } from '../audit/record.ts';
import { afterCommit, runText } from '../db/transaction.ts';
import type { Tx } from '../db/types.ts';
import { wakeReaders } from '../events/wake.ts';
import { orNotFound } from '../problems/or-not-found.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { permissions, problems } from './contract-admin.ts';
import { enqueue } from './enqueue.ts';
import type { JobAdminDeps } from './lists.ts';

const DONE = { done: true } as const;

interface Named {
  readonly name: string;
}

/** Takes a waiting job out of the queue. Refuses with `jobs/running` when somebody runs it. */
export function cancelJob(deps: JobAdminDeps, actor: Actor, jobId: string, reason: string) {
  return act(deps, actor, 'jobs.job-cancelled', jobId, {
    body: { reason },
    change: async (tx) => {
      await lockWaiting(tx, actor.centreId, jobId, deps.clock.now());
      return runText<Named>(
        tx,
        'DELETE FROM kernel.job WHERE centre_id = $1 AND job_id = $2 RETURNING name',
        [actor.centreId, jobId],
      );
    },
  });
}

/** Runs a job at once that waits for its time or its next attempt. */
export function hurryJob(deps: JobAdminDeps, actor: Actor, jobId: string) {
  return act(deps, actor, 'jobs.job-hurried', jobId, {
    body: {},
    change: async (tx) => {
      await lockWaiting(tx, actor.centreId, jobId, deps.clock.now());
      return runText<Named>(
        tx,
        'UPDATE kernel.job SET run_at = $3 WHERE centre_id = $1 AND job_id = $2 RETURNING name',
        [actor.centreId, jobId, deps.clock.now()],
      );
    },
  });
}

/** Puts a job that failed for good back into the queue, with all its attempts. */
export function retryDeadJob(deps: JobAdminDeps, actor: Actor, jobId: string) {
  return act(deps, actor, 'jobs.dead-job-retried', jobId, {
    body: {},
    change: (tx) =>
      runText<Named>(
        tx,
        `WITH back AS (DELETE FROM kernel.dead_job WHERE centre_id = $1 AND job_id = $2 RETURNING *)
       INSERT INTO kernel.job (centre_id, job_id, name, is_outside, payload, key, due_at, run_at)
       SELECT centre_id, job_id, name, is_outside, payload, key, due_at, $3 FROM back RETURNING name`,
        [actor.centreId, jobId, deps.clock.now()],
      ),
  });
}

/** Puts a job that failed for good away. */
export function removeDeadJob(deps: JobAdminDeps, actor: Actor, jobId: string, reason: string) {
  return act(deps, actor, 'jobs.dead-job-removed', jobId, {
    body: { reason },
    change: (tx) =>
      runText<Named>(
        tx,
        'DELETE FROM kernel.dead_job WHERE centre_id = $1 AND job_id = $2 RETURNING name',
        [actor.centreId, jobId],
      ),
  });
}

/** Runs a repeated job now; its next due time stays. */
export async function runSchedule(deps: JobAdminDeps, actor: Actor, name: string) {
  authorise(actor, permissions.manage.name);
  const job = orNotFound(
    deps.jobs().find((one) => one.name === name && one.schedule !== undefined),
  );
  await deps.database.transaction(async (tx) => {
    enqueue(tx, deps.clock, actor, job, { payload: {} });
    recordAudit(tx, deps.clock, actor, {
      act: 'jobs.schedule-run',
      subject: { kind: 'jobs.schedule', id: name },
      body: {},
    });
  });
  return DONE;
}

/** One act on one job: who may, the change, the audit entry and the wake-up. */
async function act(
  { database, clock }: JobAdminDeps,
  actor: Actor,
  what: string,
  jobId: string,
  { change, body }: { readonly change: (tx: Tx) => Promise<Named[]>; readonly body: object },
) {
  authorise(actor, permissions.manage.name);
  await database.transaction(async (tx) => {
    const { name } = orNotFound((await change(tx))[0]);
    recordAudit(tx, clock, actor, {
      act: what,
      subject: { kind: 'jobs.job', id: jobId },
      body: { job: name, ...body },
    });
    afterCommit(tx, () => wakeReaders({ kind: 'jobs', centreId: actor.centreId }));
  });
  return DONE;
}

/** Holds a job that nobody runs; one whose holder did not come back in time counts as such. */
async function lockWaiting(tx: Tx, centreId: number, jobId: string, now: Date): Promise<void> {
  const found = await runText(
    tx,
    'SELECT job_id FROM kernel.job WHERE centre_id = $1 AND job_id = $2',
    [centreId, jobId],
  );
  orNotFound(found[0]);
  const free = await runText(
    tx,
    `SELECT job_id FROM kernel.job
     WHERE centre_id = $1 AND job_id = $2 AND (leased_by IS NULL OR run_at <= $3)
     FOR UPDATE SKIP LOCKED`,
    [centreId, jobId, now],
  );
  if (free.length === 0) throw new ProblemError(problems.running);
}
