import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { fixedClock, systemClock } from '../clock/clock.ts';
import { count, createEffects, listEffects, quiet, someone } from '../events/fixture.ts';
import { call, hearing, keep } from './crash.fixture.ts';
import { enqueue } from './enqueue.ts';
import { createWorker } from './worker.ts';

const script = fileURLToPath(new URL('./crash.fixture.ts', import.meta.url));
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await createEffects(database);
});
afterAll(() => database.drop());

async function startProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script, JSON.stringify(database.connection)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

/** Kills without warning, as a power cut or the kernel's memory guard does. */
async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function countEffects(): Promise<number> {
  const { rowCount } = await database.pool.query('SELECT id FROM effect');
  return rowCount ?? 0;
}

async function waitForEffects(least: number): Promise<void> {
  await expect.poll(countEffects, { interval: 2, timeout: 15_000 }).toBeGreaterThanOrEqual(least);
}

const numbers = (effects: readonly string[]) =>
  effects.map((effect) => Number(effect.split(' ')[1])).toSorted((a, b) => a - b);

const upTo = (total: number) => Array.from({ length: total }, (_, index) => index);

describe('a worker process that is killed', () => {
  it('again and again leaves no job undone, no effect of a transaction twice, no event out of order', async () => {
    const total = 600;
    await database.transaction(async (tx) => {
      for (const number of upTo(total))
        enqueue(tx, systemClock, someone, keep, { payload: { number } });
      const outside = call(database.connection);
      for (const number of upTo(60))
        enqueue(tx, systemClock, someone, outside, { payload: { number } });
    });
    for (const number of upTo(total)) await count(database, `s${number % 5}`, number);
    for (let round = 0; round < 4; round += 1) {
      // Killed in the middle of its work: some effects of this round are there, many are still to come.
      const child = await startProcess();
      await waitForEffects((await countEffects()) + 40);
      await kill(child);
    }
    const later = fixedClock('2100-01-01T00:00:00Z');
    await createWorker({
      database,
      clock: later,
      log: quiet,
      jobs: [keep, call(database.connection)],
      listeners: [hearing],
    }).drain();
    expect(numbers(await listEffects(database, 'keep'))).toEqual(upTo(total));
    const heard = await listEffects(database, 'hearing');
    for (const subject of upTo(5)) {
      const expected = upTo(total).filter((number) => number % 5 === subject);
      const own = heard.filter((effect) => effect.startsWith(`s${subject} `));
      expect(own.map((effect) => Number(effect.split(' ')[1]))).toEqual(expected);
    }
    // Calls to the outside happen at least once; a repeat is the other side's to recognise.
    expect([...new Set(numbers(await listEffects(database, 'call')))]).toEqual(upTo(60));
    const { rows } = await database.pool.query('SELECT name FROM kernel.job');
    expect(rows).toEqual([]);
  }, 60_000);
});

describe('another process', () => {
  it('hears at once of work left here, by a notification and not by its poll', async () => {
    const child = await startProcess();
    await database.pool.query('TRUNCATE effect');
    // This process's own notifier says so; it is started by a worker that has nothing to do.
    const idle = createWorker({
      database,
      clock: systemClock,
      log: quiet,
      jobs: [],
      listeners: [],
    });
    idle.start();
    const waits: number[] = [];
    for (const number of upTo(12)) {
      await database.pool.query('SELECT pg_sleep(0.04)');
      const start = performance.now();
      await database.transaction(async (tx) =>
        enqueue(tx, systemClock, someone, keep, { payload: { number } }),
      );
      await waitForEffects(number + 1);
      waits.push(performance.now() - start);
    }
    await idle.stop();
    await kill(child);
    const median = waits.toSorted((a, b) => a - b)[6] ?? Number.NaN;
    // A poll alone comes every second.
    expect(median).toBeLessThan(250);
  });
});
