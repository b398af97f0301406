import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { type FrontDoor, openFrontDoor } from '#test/support/front-door.ts';

import { fixedClock } from '../clock/clock.ts';
import { createEffects, leaveEffect, listEffects, quiet, someone } from '../events/fixture.ts';
import { registry } from '../observe/metrics.ts';
import { measureBacklog } from './backlog.ts';
import { job } from './contract.ts';
import { enqueue } from './enqueue.ts';
import { backgroundJobs } from './module.ts';
import { createWorker } from './worker.ts';

const clock = fixedClock('2026-01-20T02:00:00Z');
const operator = staffWith(['jobs.view', 'jobs.manage']);
const base = '/api/v1/jobs';
let database: TestDatabase;
let door: FrontDoor;
let isBroken = true;

const title = { 'zh-CN': '记录', en: 'Note' };
const note = job({
  name: 'fixture.note',
  title,
  payload: z.object({ number: z.number().int().default(0) }),
  schedule: { cron: '0 3 * * *' },
  retry: { attempts: 2, backoffSeconds: 600 },
  run: {
    mode: 'in-transaction',
    handle: async (tx, { number }) => {
      if (isBroken) throw new Error('not today');
      leaveEffect(tx, 'note', 'n', number);
    },
  },
});
const drain = () =>
  createWorker({ database, clock, log: quiet, jobs: [note], listeners: [] }).drain();

beforeAll(async () => {
  database = await openTestDatabase();
  await createEffects(database);
  const deps = { database, clock, jobs: () => [note] };
  door = await openFrontDoor(deps, () => backgroundJobs.create(deps).routes);
});
afterAll(async () => {
  await door.http.close();
  await database.drop();
});
beforeEach(async () => {
  clock.set('2026-01-20T02:00:00Z');
  isBroken = true;
  await database.pool.query(
    'TRUNCATE kernel.job, kernel.dead_job, kernel.job_schedule, kernel.audit_entry, effect',
  );
});

const leave = (number: number) =>
  database.transaction(async (tx) => enqueue(tx, clock, someone, note, { payload: { number } }));

interface Listed {
  items: Array<{
    id: string;
    name: string;
    state?: string;
    attempts: number;
    error: string | null;
  }>;
  nextCursor: string | null;
}
const list = async (url = '') =>
  (await door.ask(operator, { url: `${base}${url}` })).json<Listed>();
const post = (url: string, payload?: object) =>
  door.ask(operator, { method: 'POST', url: `${base}${url}`, ...(payload ? { payload } : {}) });
const audited = async () => {
  const { rows } = await database.pool.query<{ act: string; body: string }>(
    `SELECT act, body FROM kernel.audit_entry WHERE act LIKE 'jobs.%' ORDER BY entry_id`,
  );
  return rows.map((row): [string, unknown] => [row.act, JSON.parse(row.body)]);
};

/** A job that failed for good. */
async function aDeadJob(): Promise<string> {
  await leave(7);
  await drain();
  clock.advance(3_600_000);
  await drain();
  const { items } = await list('/dead');
  return items.find((item) => item.attempts === 2)?.id ?? '';
}

describe('background jobs', () => {
  it('are refused to everybody without the permission', async () => {
    const viewer = staffWith(['jobs.view']);
    expect((await door.ask(undefined, { url: base })).statusCode).toBe(401);
    expect((await door.ask(nobodyInParticular(), { url: base })).statusCode).toBe(403);
    const run = { method: 'POST', url: `${base}/schedules/fixture.note/run` } as const;
    expect((await door.ask(viewer, run)).statusCode).toBe(403);
  });

  it('are shown while they wait, page by page, and not to another centre', async () => {
    for (const number of [1, 2, 3]) await leave(number);
    const first = await list('?limit=2');
    expect(first.items.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect((await list(`?limit=2&cursor=${first.nextCursor}`)).items).toHaveLength(1);
    const stranger = staffWith(['jobs.view'], { level: 'centre' }, { centreId: 2 });
    expect((await door.ask(stranger, { url: base })).json<Listed>().items).toEqual([]);
  });

  it('that wait for their next attempt run at once when the operator says so', async () => {
    await leave(1);
    await drain();
    const [item] = (await list()).items;
    expect(item).toMatchObject({ state: 'retrying', attempts: 1, error: 'Error: not today' });
    isBroken = false;
    expect((await drain()).jobs).toBe(0);
    expect((await post(`/${item?.id}/retry`)).statusCode).toBe(200);
    expect((await drain()).jobs).toBe(1);
    expect(await audited()).toEqual([['jobs.job-hurried', { job: 'fixture.note' }]]);
  });

  it('are cancelled with a reason, but not while they run', async () => {
    await leave(1);
    const [item] = (await list()).items;
    await database.pool.query(
      `UPDATE kernel.job SET leased_by = 'somebody', run_at = run_at + interval '30 seconds'`,
    );
    expect((await post(`/${item?.id}/cancellation`, { reason: '' })).statusCode).toBe(400);
    const answer = await post(`/${item?.id}/cancellation`, { reason: '重复提交' });
    expect(answer.json<{ code: string }>().code).toBe('jobs/running');
    clock.advance(60_000);
    expect((await post(`/${item?.id}/cancellation`, { reason: '重复提交' })).statusCode).toBe(200);
    expect((await list()).items).toEqual([]);
    expect(await audited()).toEqual([
      ['jobs.job-cancelled', { job: 'fixture.note', reason: '重复提交' }],
    ]);
  });
});

describe('jobs that failed for good', () => {
  it('are shown with their error, and the payload only to who may act on them, which is recorded', async () => {
    const id = await aDeadJob();
    const { items } = await list('/dead');
    expect(items[0]).toMatchObject({ name: 'fixture.note', title, error: 'Error: not today' });
    expect(JSON.stringify(items)).not.toContain('payload');
    const viewer = staffWith(['jobs.view']);
    expect((await door.ask(viewer, { url: `${base}/dead/${id}` })).statusCode).toBe(403);
    const whole = await door.ask(operator, { url: `${base}/dead/${id}` });
    expect(whole.json<{ payload: unknown }>().payload).toEqual({ number: 7 });
    expect(await audited()).toEqual([['jobs.manage', { look: true, fields: ['payload'] }]]);
  });

  it('are counted in the metrics, beside what waits', async () => {
    await aDeadJob();
    await leave(1);
    clock.advance(90_000);
    await measureBacklog(database.db, clock.now());
    const metrics = await registry.metrics();
    expect(metrics).toContain('onewindow_jobs{state="dead"} 1');
    expect(metrics).toContain('onewindow_jobs{state="due"} 1');
    expect(metrics).toContain('onewindow_jobs_oldest_seconds 90');
  });

  it('go back into the queue with all their attempts', async () => {
    const id = await aDeadJob();
    isBroken = false;
    expect((await post(`/dead/${id}/retry`)).statusCode).toBe(200);
    await drain();
    expect(await listEffects(database, 'note')).toContain('n 7');
    expect((await list('/dead')).items).toEqual([]);
    expect((await post(`/dead/${id}/retry`)).statusCode).toBe(404);
  });

  it('are put away with a reason', async () => {
    const id = await aDeadJob();
    expect((await post(`/dead/${id}/removal`, { reason: '不再需要' })).statusCode).toBe(200);
    expect((await list('/dead')).items).toEqual([]);
    expect((await audited()).at(-1)).toEqual([
      'jobs.dead-job-removed',
      { job: 'fixture.note', reason: '不再需要' },
    ]);
  });
});

describe('repeated jobs', () => {
  it('are shown with their next time, and run when the operator says so', async () => {
    isBroken = false;
    await drain();
    const answer = await door.ask(operator, { url: `${base}/schedules` });
    expect(answer.json()).toEqual({
      items: [
        {
          name: 'fixture.note',
          title,
          spec: 'cron 0 3 * * * Asia/Shanghai',
          nextDueAt: '2026-01-20T19:00:00.000Z',
          lastDueAt: null,
        },
      ],
    });
    expect((await post('/schedules/fixture.note/run')).statusCode).toBe(200);
    expect((await post('/schedules/fixture.unknown/run')).statusCode).toBe(404);
    await drain();
    expect(await listEffects(database, 'note')).toEqual(['n 0']);
  });
});
