import { setTimeout as pause } from 'node:timers/promises';

import { systemActor } from '#kernel/access/system-actor.ts';
import { systemClock } from '#kernel/clock/clock.ts';
import type { Database } from '#kernel/db/database.ts';
import { enqueue } from '#kernel/jobs/enqueue.ts';

import { startChild } from './child.ts';
import { effectJob } from './jobs-worker.ts';
import { percentile, wallMs } from './statistics.ts';
import type { BenchContext, Figure, Workload } from './workload.ts';

const TOTAL = 10_000;
const BATCH = 500;
const SINGLES = 300;
const someone = systemActor(1, 'bench');

/** W5: ten thousand jobs in transactions, eight hands in another process, and the time until a single one is picked up. */
export const jobs: Workload = {
  name: 'jobs',
  title: 'W5: 10,000 jobs, 8 workers in another process; pick-up of a single job',
  run: async (context) => {
    await context.database.pool.query('DROP TABLE IF EXISTS bench_effect');
    await context.database.pool.query(
      'CREATE TABLE bench_effect (number integer NOT NULL, begun_at float8 NOT NULL)',
    );
    return [...(await measureThroughput(context)), ...(await measurePickUp(context))];
  },
};

async function measureThroughput({ database, connection, say }: BenchContext): Promise<Figure[]> {
  const begun = performance.now();
  for (let first = 0; first < TOTAL; first += BATCH)
    await database.transaction(async (tx) => {
      for (let number = first; number < first + BATCH; number += 1)
        enqueue(tx, systemClock, someone, effectJob, { payload: { number } });
    });
  const enqueuePerSecond = TOTAL / ((performance.now() - begun) / 1000);
  say(`${TOTAL} jobs enqueued; a worker process starts`);
  const worker = await startChild('./jobs-worker.ts', connection);
  const cpuBefore = await worker.cpuMs();
  await waitForEffects(database, TOTAL);
  const { rows } = await database.pool.query<{ seconds: number; different: string }>(
    `SELECT (max(begun_at) - min(begun_at)) / 1000 AS seconds, count(DISTINCT number) AS different FROM bench_effect`,
  );
  const cpuMs = (await worker.cpuMs()) - cpuBefore;
  await worker.stop();
  const [row] = rows;
  const { rowCount } = await database.pool.query('SELECT number FROM bench_effect');
  return [
    {
      what: 'jobs done',
      value: TOTAL / (row?.seconds ?? Number.NaN),
      unit: '/s',
      gate: { atLeast: 2000 },
    },
    {
      what: 'effects more or less than jobs',
      value: Math.abs((rowCount ?? 0) - TOTAL) + TOTAL - Number(row?.different ?? 0),
      unit: '',
      gate: { atMost: 0 },
    },
    { what: 'jobs enqueued, 500 in a transaction', value: enqueuePerSecond, unit: '/s' },
    { what: 'CPU of the worker process for a job', value: cpuMs / TOTAL, unit: 'ms' },
  ];
}

async function measurePickUp({ database, connection, say }: BenchContext): Promise<Figure[]> {
  await database.pool.query('TRUNCATE bench_effect');
  const worker = await startChild('./jobs-worker.ts', connection);
  say(`${SINGLES} single jobs, one after the other, into an idle queue`);
  const begun: number[] = [];
  for (let number = 0; number < SINGLES; number += 1) {
    begun.push(wallMs());
    await database.transaction(async (tx) =>
      enqueue(tx, systemClock, someone, effectJob, { payload: { number } }),
    );
    await pause(20 + (number % 7) * 3);
  }
  await waitForEffects(database, SINGLES);
  await worker.stop();
  const { rows } = await database.pool.query<{ number: number; begun_at: number }>(
    'SELECT number, begun_at FROM bench_effect ORDER BY number',
  );
  const waits = rows.map((row) => row.begun_at - (begun[row.number] ?? Number.NaN));
  return [
    { what: 'pick-up, median', value: percentile(waits, 50), unit: 'ms' },
    { what: 'pick-up, p99', value: percentile(waits, 99), unit: 'ms', gate: { atMost: 15 } },
  ];
}

async function waitForEffects(database: Database, least: number): Promise<void> {
  for (;;) {
    const { rows } = await database.pool.query<{ n: number }>(
      'SELECT count(*)::integer AS n FROM bench_effect',
    );
    if ((rows[0]?.n ?? 0) >= least) return;
    await pause(50);
  }
}
