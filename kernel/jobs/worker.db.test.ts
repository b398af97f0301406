import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { fixedClock } from '../clock/clock.ts';
import { openDatabase } from '../db/database.ts';
import { runText } from '../db/transaction.ts';
import { createEffects, leaveEffect, listEffects, quiet, someone } from '../events/fixture.ts';
import { type Job, job } from './contract.ts';
import { enqueue } from './enqueue.ts';
import { createWorker } from './worker.ts';

const clock = fixedClock('2026-01-20T02:00:00Z');
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await createEffects(database);
});
afterAll(() => database.drop());
beforeEach(async () => {
  clock.set('2026-01-20T02:00:00Z');
  await database.pool.query(
    'TRUNCATE kernel.job, kernel.dead_job, kernel.job_schedule, kernel.outbox, effect',
  );
});

const title = { 'zh-CN': '记录', en: 'Note' };
const retry = { attempts: 3, backoffSeconds: 10 };
const payload = z.object({ number: z.number().int() });

const note = job({
  name: 'fixture.note',
  title,
  payload,
  retry,
  run: {
    mode: 'in-transaction',
    handle: async (tx, { number }) => leaveEffect(tx, 'note', 'n', number),
  },
});

const workWith = (...jobs: Job[]) =>
  createWorker({ database, clock, log: quiet, jobs, listeners: [] });

const leave = (what: typeof note, number: number, more: { runAt?: Date; key?: string } = {}) =>
  database.transaction(async (tx) =>
    enqueue(tx, clock, someone, what, { payload: { number }, ...more }),
  );

const waiting = async () => {
  const { rows } = await database.pool.query<{ what: string }>(
    `SELECT name || ' ' || (payload->>'number') || ' ' || attempts AS what FROM kernel.job ORDER BY run_at, job_id`,
  );
  return rows.map((row) => row.what);
};

const dead = async () => {
  const { rows } = await database.pool.query<{ what: string }>(
    `SELECT name || ' ' || attempts || ' ' || error AS what FROM kernel.dead_job`,
  );
  return rows.map((row) => row.what);
};

describe('a job', () => {
  it('runs once, and is gone with its effect', async () => {
    await leave(note, 1);
    const report = await workWith(note).drain();
    expect(report).toMatchObject({ jobs: 1, events: 0, failures: [] });
    expect(await listEffects(database, 'note')).toEqual(['n 1']);
    expect((await workWith(note).drain()).jobs).toBe(0);
  });

  it('is not left when the act that left it is not kept', async () => {
    await expect(
      database.transaction(async (tx) => {
        enqueue(tx, clock, someone, note, { payload: { number: 1 } });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await waiting()).toEqual([]);
  });

  it('waits for its time', async () => {
    await leave(note, 1, { runAt: new Date('2026-01-20T03:00:00Z') });
    const worker = workWith(note);
    expect((await worker.drain()).jobs).toBe(0);
    clock.set('2026-01-20T03:00:00Z');
    expect((await worker.drain()).jobs).toBe(1);
  });

  it('of an unknown name is left for a process that knows it', async () => {
    await leave(note, 1);
    expect((await workWith().drain()).jobs).toBe(0);
    expect(await waiting()).toEqual(['fixture.note 1 0']);
  });

  it('that fails leaves nothing behind, is tried again later, and ends as a dead letter with its error', async () => {
    const broken = job({
      ...note,
      run: {
        mode: 'in-transaction',
        handle: async (tx, { number }) => {
          leaveEffect(tx, 'note', 'n', number);
          throw new Error('printer on fire');
        },
      },
    });
    await leave(broken, 1);
    const worker = workWith(broken);
    expect((await worker.drain()).failures).toHaveLength(1);
    expect(await waiting()).toEqual(['fixture.note 1 1']);
    expect((await worker.drain()).failures).toHaveLength(0);
    for (let pause = 0; pause < 3; pause += 1) {
      clock.advance(60_000);
      await worker.drain();
    }
    expect(await listEffects(database, 'note')).toEqual([]);
    expect(await waiting()).toEqual([]);
    expect(await dead()).toEqual(['fixture.note 3 Error: printer on fire']);
  });

  it('whose payload does not fit ends as a dead letter that names the field and not the value', async () => {
    await leave(note, 1);
    await database.pool.query(
      `UPDATE kernel.job SET payload = '{"number":"310117199001010013"}', attempts = 2`,
    );
    await workWith(note).drain();
    expect(await dead()).toEqual(['fixture.note 3 ZodError: number: invalid_type']);
  });

  it('with the key of one that waits is the same job', async () => {
    await leave(note, 1, { key: 'same' });
    await leave(note, 2, { key: 'same' });
    await leave(note, 3, { key: 'other' });
    expect(await waiting()).toEqual(['fixture.note 1 0', 'fixture.note 3 0']);
  });

  it('with the same key left by two acts at once still runs once, after both', async () => {
    await database.transaction(async (tx) => {
      enqueue(tx, clock, someone, note, { payload: { number: 1 }, key: 'same' });
      // An answer means that the statement before it was carried out.
      await runText(tx, 'SELECT 1');
      await leave(note, 2, { key: 'same' });
    });
    expect(await waiting()).toHaveLength(2);
    expect((await workWith(note).drain()).jobs).toBe(1);
  });

  it('is not run before the act that joined it is kept, so that it sees what the act wrote', async () => {
    await leave(note, 1, { key: 'same' });
    await database.transaction(async (tx) => {
      enqueue(tx, clock, someone, note, { payload: { number: 2 }, key: 'same' });
      await runText(tx, 'SELECT 1');
      expect((await workWith(note).drain()).jobs).toBe(0);
    });
    expect((await workWith(note).drain()).jobs).toBe(1);
  });

  it('with a key is left anew while the one before is running', async () => {
    const seen: number[] = [];
    const slow: Job<typeof payload> = {
      ...note,
      run: {
        mode: 'outside',
        handle: async (input) => {
          seen.push(input.number);
          if (input.number === 1) await leave(slow, 2, { key: 'same' });
        },
      },
    };
    await leave(slow, 1, { key: 'same' });
    await workWith(slow).drain();
    expect(seen).toEqual([1, 2]);
  });

  it('outside a transaction is given to another process when its own died, but not before', async () => {
    let runs = 0;
    const call = job({ ...note, run: { mode: 'outside', handle: async () => void (runs += 1) } });
    await leave(call, 1);
    await database.pool.query(
      `UPDATE kernel.job SET leased_by = 'gone', attempts = 1, run_at = run_at + interval '30 seconds'`,
    );
    const worker = workWith(call);
    await worker.drain();
    expect(runs).toBe(0);
    clock.advance(31_000);
    await worker.drain();
    expect(runs).toBe(1);
    expect(await waiting()).toEqual([]);
  });

  it('that takes its process down every time becomes a dead letter', async () => {
    const call = job({ ...note, run: { mode: 'outside', handle: async () => undefined } });
    await leave(call, 1);
    await database.pool.query(`UPDATE kernel.job SET leased_by = 'gone', attempts = 6`);
    await workWith(call).drain();
    expect((await dead())[0]).toContain('fixture.note 7 ProcessDied');
  });

  it('of a single attempt runs again when its process was killed, which was not its fault', async () => {
    let runs = 0;
    const call = job({
      ...note,
      retry: { attempts: 1, backoffSeconds: 60 },
      run: { mode: 'outside', handle: async () => void (runs += 1) },
    });
    await leave(call, 1);
    await database.pool.query(`UPDATE kernel.job SET leased_by = 'gone', attempts = 1`);
    await workWith(call).drain();
    expect(runs).toBe(1);
    expect(await dead()).toEqual([]);
  });

  it('outside a transaction that takes too long is aborted and counts as failed', async () => {
    let reason: unknown;
    const endless = job({
      ...note,
      timeoutSeconds: 0.05,
      run: {
        mode: 'outside',
        handle: (_payload, { signal }) =>
          new Promise((resolve) => {
            signal.addEventListener('abort', () => {
              reason = signal.reason;
              resolve();
            });
          }),
      },
    });
    await leave(endless, 1);
    const { failures } = await workWith(endless).drain();
    expect(String(failures[0]?.error)).toContain('took longer than');
    expect(String(reason)).toContain('took longer than');
    expect(await waiting()).toEqual(['fixture.note 1 1']);
  });

  it('cut short because the process stops is given back without counting', async () => {
    let begun: (() => void) | undefined;
    const beginning = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const long = job({
      ...note,
      run: {
        mode: 'outside',
        handle: (_payload, { signal }) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(new Error('stopped')));
            begun?.();
          }),
      },
    });
    const worker = workWith(long);
    worker.start();
    await leave(long, 1);
    await beginning;
    await worker.stop();
    expect(await waiting()).toEqual(['fixture.note 1 0']);
  });

  it('is run by two workers without one running twice', async () => {
    const second = openDatabase({ connection: database.connection, poolSize: 6 });
    const workers = [database, second].map((handle) =>
      createWorker({
        database: handle,
        clock,
        log: quiet,
        jobs: [note],
        listeners: [],
        pollMs: 50,
      }),
    );
    for (const worker of workers) worker.start();
    const total = 400;
    await Promise.all(Array.from({ length: total }, (_, number) => leave(note, number)));
    await expect.poll(waiting, { timeout: 10_000 }).toEqual([]);
    await Promise.all(workers.map((worker) => worker.stop()));
    const effects = await listEffects(database, 'note');
    expect(effects).toHaveLength(total);
    expect(new Set(effects).size).toBe(total);
    await second.close();
  });
});

describe('a scheduled job', () => {
  const dueTimes: string[] = [];
  const hourly = job({
    name: 'fixture.hourly',
    title,
    payload: z.object({}),
    retry,
    schedule: { cron: '0 * * * *' },
    run: {
      mode: 'in-transaction',
      handle: async (_tx, _payload, { dueAt }) => void dueTimes.push(dueAt.toISOString()),
    },
  });
  // The second centre has the same schedule; only the first one's runs are looked at.
  const hourlyHere = (job_: Job): Job => ({
    ...job_,
    run: {
      mode: 'in-transaction',
      handle: async (_tx, _payload, { dueAt, actor }) => {
        if (actor.centreId === 1) dueTimes.push(dueAt.toISOString());
      },
    },
  });
  beforeEach(() => {
    dueTimes.length = 0;
  });

  it('runs once for each due time, however often anybody looks', async () => {
    const workers = [workWith(hourlyHere(hourly)), workWith(hourlyHere(hourly))];
    await workers[0]?.drain();
    expect(dueTimes).toEqual([]);
    for (const moment of ['2026-01-20T03:00:00Z', '2026-01-20T03:00:20Z', '2026-01-20T04:00:01Z']) {
      clock.set(moment);
      await Promise.all(workers.map((worker) => worker.drain()));
    }
    expect(dueTimes).toEqual(['2026-01-20T03:00:00.000Z', '2026-01-20T04:00:00.000Z']);
  });

  it('makes up for the times missed while nothing ran with one run, for the last of them', async () => {
    const worker = workWith(hourlyHere(hourly));
    await worker.drain();
    clock.set('2026-01-21T09:30:00Z');
    await worker.drain();
    expect(dueTimes).toEqual(['2026-01-21T09:00:00.000Z']);
  });

  it('does not begin again while the run before waits for its next attempt', async () => {
    const failing: Job = {
      ...hourly,
      retry: { attempts: 5, backoffSeconds: 3600 },
      run: {
        mode: 'in-transaction',
        handle: async () => {
          throw new Error('not today');
        },
      },
    };
    const worker = workWith(failing);
    await worker.drain();
    clock.set('2026-01-20T03:00:00Z');
    await worker.drain();
    clock.set('2026-01-20T03:10:00Z');
    await worker.drain();
    const { rows } = await database.pool.query(
      'SELECT centre_id FROM kernel.job ORDER BY centre_id',
    );
    expect(rows).toEqual([{ centre_id: 1 }, { centre_id: 2 }]);
  });

  it('whose schedule was changed follows the new one', async () => {
    await workWith(hourlyHere(hourly)).drain();
    await workWith(hourlyHere({ ...hourly, schedule: { everySeconds: 60 } })).drain();
    clock.set('2026-01-20T02:01:00Z');
    await workWith(hourlyHere({ ...hourly, schedule: { everySeconds: 60 } })).drain();
    expect(dueTimes).toEqual(['2026-01-20T02:01:00.000Z']);
  });
});
