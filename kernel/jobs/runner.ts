import { type Centre, listCentres } from '../centre/centre.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import { createLooks } from '../events/looks.ts';
import { onWake } from '../events/wake.ts';
import { newId } from '../ids/id.ts';
import type { Log } from '../observe/log.ts';
import type { Job } from './contract.ts';
import { createLane } from './lane.ts';
import { listNextDue } from './queue.ts';
import {
  type JobsByName,
  type Outcome,
  type RunDeps,
  runNextInTransaction,
  runNextOutside,
} from './run-job.ts';
import { enqueueDueRuns, ensureSchedules, listCentresDue, listScheduled } from './scheduler.ts';

export interface RunnerOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly jobs: readonly Job[];
  /** Jobs running at the same time in this process: so many in transactions, and as many outside. */
  readonly concurrency: number;
  readonly pollMs?: number;
  /** See `WorkerOptions`. */
  readonly leaseMs?: number;
}

export interface JobFailure {
  readonly job: string;
  readonly error: unknown;
}

/** Runs the jobs of this process: what was enqueued, and what a schedule says. */
export interface JobRunner {
  start(): void;
  /** Takes no further job, tells those that run to end, and waits for them. */
  stop(): Promise<void>;
  /** Runs everything due now until nothing is left. */
  drain(): Promise<{ readonly done: number; readonly failures: readonly JobFailure[] }>;
}

const POLL_MS = 1000;
/** How often new centres and changed schedules are looked for. */
const PREPARE_MS = 60_000;

export function createJobRunner(options: RunnerOptions): JobRunner {
  const { database, clock, log, jobs, concurrency, pollMs = POLL_MS } = options;
  const stopping = new AbortController();
  const deps: RunDeps = {
    database,
    clock,
    log,
    holder: newId(),
    stopping: stopping.signal,
    ...(options.leaseMs === undefined ? {} : { leaseMs: options.leaseMs }),
  };
  const lanes = splitLanes(jobs);
  const inTransaction = createLane(concurrency, log, (centreId, onTaken) =>
    runNextInTransaction(deps, lanes.inTransaction, centreId, onTaken),
  );
  const outside = createLane(concurrency, log, (centreId, onTaken) =>
    runNextOutside(deps, lanes.outside, centreId, onTaken),
  );
  const schedule = createSchedule(options);
  const looks = createLooks({ database, log, pollMs, wakes: () => false, look });
  let alarm: NodeJS.Timeout | undefined;
  let forget: (() => void) | undefined;

  async function look(isPoll: boolean): Promise<void> {
    const centreIds = await schedule.listCentreIds();
    if (isPoll) await schedule.tick();
    const now = clock.now().getTime();
    const due = await listNextDue(database.db, centreIds);
    for (const { centre_id, is_outside, run_at } of due)
      if (run_at.getTime() <= now) (is_outside ? outside : inTransaction).kick(centre_id);
    setAlarm(due.map(({ run_at }) => run_at.getTime() - now).filter((wait) => wait > 0));
  }

  /** What is due before the next poll is not left until then. */
  function setAlarm(waits: readonly number[]): void {
    clearTimeout(alarm);
    const wait = Math.min(...waits);
    if (wait < pollMs && !stopping.signal.aborted)
      alarm = setTimeout(() => looks.trigger(), wait + 1);
  }

  function kickBoth(centreId: number): void {
    if (lanes.inTransaction.size > 0) inTransaction.kick(centreId);
    if (lanes.outside.size > 0) outside.kick(centreId);
  }

  return {
    start: () => {
      forget = onWake(({ kind, centreId }) => {
        if (kind !== 'jobs') return;
        if (centreId === undefined) looks.trigger();
        else kickBoth(centreId);
      });
      looks.start();
    },
    stop: async () => {
      // Nobody may take again what is given back now.
      const ended = [inTransaction.stop(), outside.stop()];
      stopping.abort();
      forget?.();
      clearTimeout(alarm);
      await Promise.all([looks.stop(), ...ended]);
    },
    drain: async () => {
      await schedule.prepare();
      await schedule.tick();
      return drainLanes(deps, lanes, await schedule.listCentreIds());
    },
  };
}

interface Lanes {
  readonly inTransaction: JobsByName;
  readonly outside: JobsByName;
}

function splitLanes(jobs: readonly Job[]): Lanes {
  const of = (mode: Job['run']['mode']) =>
    new Map(jobs.filter((job) => job.run.mode === mode).map((job) => [job.name, job]));
  return { inTransaction: of('in-transaction'), outside: of('outside') };
}

/** The centres and their schedules, as this process knows them. */
function createSchedule({ database, clock, jobs }: RunnerOptions) {
  const scheduled = listScheduled(jobs);
  let centres: Centre[] = [];
  let preparedAt = Number.NEGATIVE_INFINITY;

  async function prepare(): Promise<void> {
    centres = await listCentres(database.db);
    for (const centre of centres) await ensureSchedules({ database, clock }, centre, scheduled);
    preparedAt = performance.now();
  }

  async function listCentreIds(): Promise<number[]> {
    if (performance.now() - preparedAt > PREPARE_MS) await prepare();
    return centres.map((centre) => centre.centreId);
  }

  return {
    prepare,
    listCentreIds,
    tick: async (): Promise<void> => {
      const due = await listCentresDue(database.db, await listCentreIds(), clock.now());
      for (const centre of centres)
        if (due.includes(centre.centreId))
          await enqueueDueRuns({ database, clock }, centre, scheduled);
    },
  };
}

async function drainLanes(deps: RunDeps, lanes: Lanes, centreIds: readonly number[]) {
  const failures: JobFailure[] = [];
  let done = 0;
  const note = (outcome: Outcome): boolean => {
    if (outcome.kind === 'failed') failures.push({ job: outcome.name, error: outcome.error });
    if (outcome.kind === 'done') done += 1;
    return outcome.kind !== 'none';
  };
  const nobody = () => undefined;
  for (const centreId of centreIds) {
    for (;;) {
      const inside = note(await runNextInTransaction(deps, lanes.inTransaction, centreId, nobody));
      const outside = note(await runNextOutside(deps, lanes.outside, centreId, nobody));
      if (!inside && !outside) break;
    }
  }
  return { done, failures };
}
