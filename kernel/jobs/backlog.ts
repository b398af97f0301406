import { sql } from 'kysely';
import { Gauge } from 'prom-client';

import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import type { Db } from '../db/types.ts';
import { createLooks, type Looks } from '../events/looks.ts';
import type { Log } from '../observe/log.ts';
import { registry } from '../observe/metrics.ts';

const jobs = new Gauge({
  name: 'onewindow_jobs',
  help: 'Jobs that are due and wait, and jobs that failed for good.',
  labelNames: ['state'],
  registers: [registry],
});

const parked = new Gauge({
  name: 'onewindow_parked_events',
  help: 'Events set aside for a listener, by state.',
  labelNames: ['state'],
  registers: [registry],
});

const oldestJob = new Gauge({
  name: 'onewindow_jobs_oldest_seconds',
  help: 'How long the job that has been due longest has waited.',
  registers: [registry],
});

const EVERY_MS = 15_000;

/** Keeps the figures of what waits and what failed, for whoever watches the installation. */
export function createBacklogWatch(deps: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}): Looks {
  const { database, clock, log } = deps;
  return createLooks({
    database,
    log,
    pollMs: EVERY_MS,
    wakes: () => false,
    look: () => measureBacklog(database.db, clock.now()),
  });
}

/** Sets the gauges from what the tables hold. */
export async function measureBacklog(db: Db, now: Date): Promise<void> {
  const { rows } = await sql<{ due: number; dead: number; oldest: Date | null }>`
    SELECT (SELECT count(*)::integer FROM kernel.job WHERE run_at <= ${now}) AS due,
      (SELECT count(*)::integer FROM kernel.dead_job) AS dead,
      (SELECT min(run_at) FROM kernel.job WHERE run_at <= ${now}) AS oldest`.execute(db);
  const [row] = rows;
  jobs.set({ state: 'due' }, row?.due ?? 0);
  jobs.set({ state: 'dead' }, row?.dead ?? 0);
  oldestJob.set(row?.oldest == null ? 0 : (now.getTime() - row.oldest.getTime()) / 1000);
  const states = await sql<{ state: string; count: number }>`
    SELECT state, count(*)::integer AS count FROM kernel.parked_event GROUP BY state`.execute(db);
  for (const state of ['retrying', 'dead', 'waiting']) parked.set({ state }, 0);
  for (const { state, count } of states.rows) parked.set({ state }, count);
}
