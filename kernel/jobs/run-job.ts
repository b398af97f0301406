import { systemActor } from '../access/system-actor.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import type { Tx } from '../db/types.ts';
import type { Log } from '../observe/log.ts';
import { jobsDone } from '../observe/metrics.ts';
import { nextAttempt } from './backoff.ts';
import type { InTransaction, Job, JobContext, Outside } from './contract.ts';
import { isConnectionFailure, toFailureText } from './failure-text.ts';
import {
  buryJob,
  claimJob,
  extendLease,
  finishJob,
  type Lease,
  postponeJob,
  type TakenJob,
  takeJob,
} from './queue.ts';

export interface RunDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** Names this process in the leases it holds. */
  readonly holder: string;
  /** How long a claim lasts without a sign of life; a crashed process's jobs wait so long. 30 s unless told. */
  readonly leaseMs?: number;
  /** Aborted when the process stops. */
  readonly stopping: AbortSignal;
}

/** The jobs of one lane by name. */
export type JobsByName = ReadonlyMap<string, Job>;

/** What came of one attempt to take and run a job. */
export type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'done'; readonly name: string; readonly hasMore: boolean }
  | { readonly kind: 'failed'; readonly name: string; readonly error: unknown };

const LEASE_MS = 30_000;
/** How often beyond its attempts a job may be begun because the process that ran it ended without a word. */
const SUDDEN_ENDS = 3;
const DEFAULT_TIMEOUT_SECONDS = 900;

/**
 * Takes one job that is due and runs it in the transaction that removes it. `onTaken` is called as soon
 * as there was one with another beside it, so that another hand can look for the next.
 */
export async function runNextInTransaction(
  deps: RunDeps,
  jobs: JobsByName,
  centreId: number,
  onTaken: () => void,
): Promise<Outcome> {
  const names = [...jobs.keys()];
  const taking: { taken?: TakenJob } = {};
  try {
    await deps.database.transaction(async (tx) => {
      const taken = await takeJob(tx, centreId, names, deps.clock.now());
      if (taken === undefined) return;
      if (deps.stopping.aborted) throw new Stopping();
      taking.taken = taken;
      if (taken.has_more) onTaken();
      await handleInTransaction(deps, tx, jobs, centreId, taken);
    });
  } catch (error) {
    if (error instanceof Stopping) return { kind: 'none' };
    if (taking.taken === undefined || isConnectionFailure(error)) throw error;
    await recordFailure(deps, jobs, centreId, taking.taken, {
      attempts: taking.taken.attempts + 1,
      error,
    });
    return { kind: 'failed', name: taking.taken.name, error };
  }
  if (taking.taken === undefined) return { kind: 'none' };
  return succeed(taking.taken);
}

function succeed({ name, has_more: hasMore }: TakenJob): Outcome {
  jobsDone.inc({ name, outcome: 'done' });
  return { kind: 'done', name, hasMore };
}

async function handleInTransaction(
  deps: RunDeps,
  tx: Tx,
  jobs: JobsByName,
  centreId: number,
  taken: TakenJob,
): Promise<void> {
  const job = getJob(jobs, taken.name);
  const run = job.run as InTransaction<Job['payload']>;
  const context = toContext(job, centreId, taken, taken.attempts + 1, deps.stopping);
  await run.handle(tx, job.payload.parse(taken.payload), context);
}

/** Claims one job that is due, runs it without a transaction and removes it. */
export async function runNextOutside(
  deps: RunDeps,
  jobs: JobsByName,
  centreId: number,
  onTaken: () => void,
): Promise<Outcome> {
  const { database, clock } = deps;
  const taken = await database.transaction((tx) =>
    claimJob(tx, centreId, [...jobs.keys()], clock.now(), leaseOf(deps)),
  );
  if (taken === undefined) return { kind: 'none' };
  if (deps.stopping.aborted) {
    // Stopping began while the claim was on its way.
    await release(deps, centreId, taken);
    return { kind: 'none' };
  }
  if (taken.has_more) onTaken();
  const job = getJob(jobs, taken.name);
  try {
    // One that always takes its process down must not do so for ever; a few ends may have had other causes.
    if (taken.attempts > job.retry.attempts + SUDDEN_ENDS) throw new ProcessDied();
    await handleOutside(deps, job, centreId, taken);
  } catch (error) {
    if (deps.stopping.aborted) await release(deps, centreId, taken);
    else await recordFailure(deps, jobs, centreId, taken, { attempts: taken.attempts, error });
    return { kind: 'failed', name: taken.name, error };
  }
  const isOurs = await database.transaction((tx) => finishJob(tx, centreId, taken, deps.holder));
  if (!isOurs) deps.log.warn({ job: taken.name, jobId: taken.job_id }, 'job outlived its lease');
  return succeed(taken);
}

/** Undoes a taking that was on its way when stopping began. */
class Stopping extends Error {}

class ProcessDied extends Error {
  constructor() {
    super('The process that ran the job ended before the job did, in every attempt.');
    this.name = 'ProcessDied';
  }
}

class JobTimedOut extends Error {
  constructor(seconds: number) {
    super(`The job took longer than ${seconds} s.`);
    this.name = 'JobTimedOut';
  }
}

function leaseOf({ holder, clock, leaseMs = LEASE_MS }: RunDeps): Lease {
  return { holder, until: new Date(clock.now().getTime() + leaseMs) };
}

async function handleOutside(
  deps: RunDeps,
  job: Job,
  centreId: number,
  taken: TakenJob,
): Promise<void> {
  const run = job.run as Outside<Job['payload']>;
  const own = new AbortController();
  const signal = AbortSignal.any([deps.stopping, own.signal]);
  const beat = setInterval(() => void keepLease(), (deps.leaseMs ?? LEASE_MS) / 3);
  const seconds = job.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
  const limit = setTimeout(() => own.abort(new JobTimedOut(seconds)), seconds * 1000);
  async function keepLease(): Promise<void> {
    const isKept = await deps.database
      .transaction((tx) => extendLease(tx, centreId, taken, leaseOf(deps)))
      // Out of reach is not lost: the lease outlasts a short absence of the database.
      .catch(() => true);
    if (!isKept) own.abort(new Error('The lease was lost.'));
  }
  try {
    const context = toContext(job, centreId, taken, taken.attempts, signal);
    const work = run.handle(job.payload.parse(taken.payload), context);
    await Promise.race([work, whenAborted(own.signal)]);
  } finally {
    clearInterval(beat);
    clearTimeout(limit);
  }
}

/** Rejects with the reason when the signal is aborted; never fulfils. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

function getJob(jobs: JobsByName, name: string): Job {
  const job = jobs.get(name);
  if (job === undefined) throw new Error(`No job is called ${name}`);
  return job;
}

function toContext(
  job: Job,
  centreId: number,
  taken: TakenJob,
  attempt: number,
  signal: AbortSignal,
): JobContext {
  const actor = systemActor(centreId, job.name, job.permissions);
  return { actor, attempt, dueAt: taken.due_at, signal };
}

/** Gives a job back that was cut short because the process stops. */
async function release(deps: RunDeps, centreId: number, taken: TakenJob): Promise<void> {
  const to = { attempts: taken.attempts - 1, runAt: deps.clock.now(), error: null };
  await deps.database.transaction(async (tx) => postponeJob(tx, centreId, taken, to));
}

async function recordFailure(
  { database, clock, log }: RunDeps,
  jobs: JobsByName,
  centreId: number,
  taken: TakenJob,
  failure: { readonly attempts: number; readonly error: unknown },
): Promise<void> {
  const { attempts, error } = failure;
  const now = clock.now();
  const text = toFailureText(error);
  const runAt = nextAttempt(getJob(jobs, taken.name).retry, attempts, now);
  await database.transaction(async (tx) => {
    if (runAt === undefined) buryJob(tx, centreId, taken, { attempts, error: text, now });
    else postponeJob(tx, centreId, taken, { attempts, runAt, error: text });
  });
  const facts = { job: taken.name, jobId: taken.job_id, centreId, attempts, err: error };
  jobsDone.inc({ name: taken.name, outcome: runAt === undefined ? 'dead' : 'failed' });
  if (runAt === undefined) log.error(facts, 'job became a dead letter');
  else log.warn(facts, 'job failed; it is tried again');
}
