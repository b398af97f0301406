import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { fixedClock } from '../clock/clock.ts';
import { openDatabase } from '../db/database.ts';
import { createDispatcher } from './dispatcher.ts';
import {
  count,
  counted,
  createEffects,
  leaveEffect,
  listEffects,
  quiet,
  renamed,
  someone,
  tellCount,
  writingDown,
} from './fixture.ts';
import { listen, listenToAll, type Listener, on } from './listener.ts';
import { tell } from './tell.ts';

const clock = fixedClock('2026-01-20T02:00:00Z');
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await createEffects(database);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.pool.query(
    'TRUNCATE kernel.outbox, kernel.listener_place, kernel.parked_event, effect',
  );
});

const dispatch = (...listeners: Listener[]) =>
  createDispatcher({ database, clock, log: quiet, listeners, concurrency: 4 });

const parked = async () => {
  const { rows } = await database.pool.query<{ what: string }>(
    `SELECT aggregate_id || ' ' || state || ' ' || attempts AS what FROM kernel.parked_event
     ORDER BY aggregate_id, written_by, event_id`,
  );
  return rows.map((row) => row.what);
};

describe('events on their way to listeners', () => {
  it('reach each listener once, in the order they were written', async () => {
    for (const number of [1, 2, 3]) await count(database, 'a', number);
    const worker = dispatch(
      listen('fixture.first', counted, writingDown('first')),
      listen('fixture.second', counted, writingDown('second')),
    );
    expect((await worker.drain()).handled).toBe(6);
    await count(database, 'a', 4);
    expect((await worker.drain()).handled).toBe(2);
    expect(await listEffects(database, 'first')).toEqual(['a 1', 'a 2', 'a 3', 'a 4']);
    expect(await listEffects(database, 'second')).toEqual(['a 1', 'a 2', 'a 3', 'a 4']);
  });

  it('keep their order among kinds for a listener that hears several', async () => {
    await count(database, 'a', 1);
    await database.transaction(async (tx) =>
      tell(tx, clock, someone, renamed, {
        subject: { kind: 'fixture.item', id: 'a' },
        payload: { item: 'b' },
      }),
    );
    await count(database, 'a', 2);
    const worker = dispatch(
      listenToAll('fixture.both', [
        on(counted, writingDown('both')),
        on(renamed, async (tx, { payload }) => leaveEffect(tx, 'both', payload.item, 0)),
      ]),
    );
    await worker.drain();
    expect(await listEffects(database, 'both')).toEqual(['a 1', 'b 0', 'a 2']);
  });

  it('are not passed while an earlier transaction is still being written', async () => {
    const worker = dispatch(listen('fixture.patient', counted, writingDown('patient')));
    await worker.drain();
    const slow = await database.pool.connect();
    await slow.query('BEGIN');
    await slow.query('SELECT pg_current_xact_id()');
    await count(database, 'a', 2);
    const draining = worker.drain();
    await slow.query(
      `INSERT INTO kernel.outbox (centre_id, event_id, name, version, aggregate_kind, aggregate_id, actor_kind,
         actor_id, at, payload)
       VALUES (1, gen_random_uuid(), 'fixture.counted', 1, 'fixture.item', 'a', 'system', 'x', now(),
         '{"item":"a","number":1}')`,
    );
    expect(await listEffects(database, 'patient')).toEqual([]);
    await slow.query('COMMIT');
    slow.release();
    await draining;
    expect(await listEffects(database, 'patient')).toEqual(['a 1', 'a 2']);
  });

  it('wait behind a failing event of the same subject, while other subjects go on', async () => {
    for (const [item, number] of [
      ['a', 1],
      ['b', 1],
      ['a', 2],
      ['b', 2],
    ] as const)
      await count(database, item, number);
    let isBroken = true;
    const worker = dispatch(
      listen('fixture.picky', counted, async (tx, happened) => {
        await writingDown('picky')(tx, happened);
        if (isBroken && happened.payload.item === 'a') throw new Error('a is not welcome');
      }),
    );
    const first = await worker.drain();
    expect(first.failures).toHaveLength(1);
    expect(await listEffects(database, 'picky')).toEqual(['b 1', 'b 2']);
    expect(await parked()).toEqual(['a retrying 1', 'a waiting 0']);
    isBroken = false;
    expect((await worker.drain()).handled).toBe(0);
    clock.advance(10_000);
    await worker.drain();
    expect(await listEffects(database, 'picky')).toEqual(['b 1', 'b 2', 'a 1', 'a 2']);
    expect(await parked()).toEqual([]);
  });

  it('become a dead letter with the error after the last attempt, and the subject keeps waiting', async () => {
    await count(database, 'a', 1);
    await count(database, 'a', 2);
    const worker = dispatch(
      listen(
        'fixture.hopeless',
        counted,
        async () => {
          throw new TypeError('no way');
        },
        { retry: { attempts: 2, backoffSeconds: 5 } },
      ),
    );
    await worker.drain();
    clock.advance(10_000);
    await worker.drain();
    clock.advance(1_000_000);
    expect((await worker.drain()).failures).toEqual([]);
    expect(await parked()).toEqual(['a dead 2', 'a waiting 0']);
    const { rows } = await database.pool.query(
      'SELECT error FROM kernel.parked_event WHERE state = $1',
      ['dead'],
    );
    expect(rows).toEqual([{ error: 'TypeError: no way' }]);
  });

  it('that fail in a write nobody awaited leave nothing of the handler behind', async () => {
    await count(database, 'a', 1);
    await count(database, 'b', 1);
    const worker = dispatch(
      listen('fixture.careless', counted, async (tx, { payload }) => {
        leaveEffect(tx, 'careless', payload.item, payload.item === 'a' ? 2 ** 40 : 1);
      }),
    );
    const { failures } = await worker.drain();
    expect(failures).toHaveLength(1);
    expect(await listEffects(database, 'careless')).toEqual(['b 1']);
  });

  it('with a payload of another shape are set aside, not guessed at', async () => {
    await count(database, 'a', 1);
    await database.pool.query(`UPDATE kernel.outbox SET payload = '{"item":7}'`);
    const worker = dispatch(listen('fixture.strict', counted, writingDown('strict')));
    await worker.drain();
    const { rows } = await database.pool.query<{ error: string }>(
      'SELECT error FROM kernel.parked_event',
    );
    expect(rows[0]?.error).toContain('ZodError: item: invalid_type');
  });

  it('before a listener that starts now do not concern it', async () => {
    await count(database, 'a', 1);
    const worker = dispatch(
      listen('fixture.new', counted, writingDown('new'), { start: 'now' }),
      listen('fixture.old', counted, writingDown('old')),
    );
    await worker.drain();
    await count(database, 'a', 2);
    await worker.drain();
    expect(await listEffects(database, 'new')).toEqual(['a 2']);
    expect(await listEffects(database, 'old')).toEqual(['a 1', 'a 2']);
  });

  it('are handled once by two workers that look at the same time', async () => {
    const second = openDatabase({ connection: database.connection, poolSize: 4 });
    const listener = listen('fixture.shared', counted, writingDown('shared'));
    const workers = [database, second].map((handle) =>
      createDispatcher({
        database: handle,
        clock,
        log: quiet,
        listeners: [listener],
        concurrency: 4,
        pollMs: 20,
      }),
    );
    await workers[0]?.drain();
    for (const worker of workers) worker.start();
    const total = 300;
    await Promise.all(
      Array.from({ length: total }, (_, index) => count(database, `i${index % 7}`, index)),
    );
    await expect
      .poll(() => listEffects(database, 'shared'), { timeout: 10_000 })
      .toHaveLength(total);
    await Promise.all(workers.map((worker) => worker.stop()));
    const effects = await listEffects(database, 'shared');
    expect(new Set(effects).size).toBe(total);
    const { rows } = await database.pool.query<{ what: string }>(
      `SELECT payload->>'item' || ' ' || (payload->>'number') AS what FROM kernel.outbox ORDER BY written_by, event_id`,
    );
    expect(effects).toEqual(rows.map((row) => row.what));
    await second.close();
  });

  it('told by a listener reach the next one in the same drain', async () => {
    await count(database, 'a', 1);
    const worker = dispatch(
      listen('fixture.doubling', counted, async (tx, { payload }) => {
        if (payload.number < 8) tellCount(tx, 'a', payload.number * 2);
      }),
      listen('fixture.noting', counted, writingDown('noting')),
    );
    await worker.drain();
    expect(await listEffects(database, 'noting')).toEqual(['a 1', 'a 2', 'a 4', 'a 8']);
  });
});
