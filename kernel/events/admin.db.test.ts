import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { type FrontDoor, openFrontDoor } from '#test/support/front-door.ts';

import { fixedClock } from '../clock/clock.ts';
import { createDispatcher } from './dispatcher.ts';
import {
  count,
  counted,
  createEffects,
  listEffects,
  quiet,
  tellCount,
  writingDown,
} from './fixture.ts';
import { listen, type Listener } from './listener.ts';
import { eventDelivery } from './module.ts';
import { pruneOutbox } from './prune.ts';

const clock = fixedClock('2026-01-20T02:00:00Z');
const operator = staffWith(['events.view', 'events.manage']);
const base = '/api/v1/events';
let database: TestDatabase;
let door: FrontDoor;
let isBroken = true;

/** Refuses subject `a` while it is broken, and heeds the others. */
const picky: Listener = listen(
  'fixture.picky',
  counted,
  async (tx, happened) => {
    if (isBroken && happened.payload.item === 'a') throw new Error('a is not welcome');
    await writingDown('picky')(tx, happened);
  },
  { retry: { attempts: 1, backoffSeconds: 5 } },
);
const drain = () =>
  createDispatcher({ database, clock, log: quiet, listeners: [picky], concurrency: 4 }).drain();

beforeAll(async () => {
  database = await openTestDatabase();
  await createEffects(database);
  const deps = { database, clock, listeners: () => [picky] };
  door = await openFrontDoor(deps, () => eventDelivery.create(deps).routes);
});
afterAll(async () => {
  await door.http.close();
  await database.drop();
});
beforeEach(async () => {
  clock.set('2026-01-20T02:00:00Z');
  isBroken = true;
  await database.pool.query(
    'TRUNCATE kernel.outbox, kernel.listener_place, kernel.parked_event, kernel.audit_entry, effect',
  );
});

const ask = (url: string) => door.ask(operator, { url: `${base}${url}` });
const post = (url: string, payload?: object) =>
  door.ask(operator, { method: 'POST', url: `${base}${url}`, ...(payload ? { payload } : {}) });

interface Parked {
  items: Array<{ eventId: string; state: string; error: string | null; subject: { id: string } }>;
}
const listParked = async (query = '') => (await ask(`/parked${query}`)).json<Parked>().items;
const audited = async () => {
  const { rows } = await database.pool.query<{ act: string; body: string }>(
    `SELECT act, body FROM kernel.audit_entry WHERE act LIKE 'events.%'`,
  );
  return rows.map((row): [string, unknown] => [row.act, JSON.parse(row.body)]);
};

describe('events set aside', () => {
  it('are refused to everybody without the permission', async () => {
    const viewer = staffWith(['events.view']);
    const id = '01900000-0000-7000-8000-000000000000';
    expect((await door.ask(undefined, { url: `${base}/parked` })).statusCode).toBe(401);
    expect((await door.ask(nobodyInParticular(), { url: `${base}/parked` })).statusCode).toBe(403);
    const retry = { method: 'POST', url: `${base}/parked/x/${id}/retry` } as const;
    expect((await door.ask(viewer, retry)).statusCode).toBe(403);
  });

  it('are shown with their error, and those that wait behind them', async () => {
    await count(database, 'a', 1);
    await count(database, 'a', 2);
    await count(database, 'b', 1);
    await drain();
    expect((await listParked()).map(({ state, error }) => [state, error])).toEqual([
      ['dead', 'Error: a is not welcome'],
      ['waiting', null],
    ]);
    expect(await listParked('?state=dead')).toHaveLength(1);
    const { items } = (await ask('/listeners')).json<{ items: object[] }>();
    expect(items).toMatchObject([
      {
        name: 'fixture.picky',
        isDeclared: true,
        dead: 1,
        waiting: 1,
        retrying: 0,
        oldestDueAt: null,
      },
    ]);
  });

  it('do not show those of another centre', async () => {
    await count(database, 'a', 1);
    await drain();
    const stranger = staffWith(['events.view'], { level: 'centre' }, { centreId: 2 });
    const answer = await door.ask(stranger, { url: `${base}/parked` });
    expect(answer.json<Parked>().items).toEqual([]);
  });

  it('are tried again when the operator says so, and then their followers in order', async () => {
    for (const number of [1, 2, 3]) await count(database, 'a', number);
    await drain();
    isBroken = false;
    await drain();
    expect(await listEffects(database, 'picky')).toEqual([]);
    const [dead] = await listParked('?state=dead');
    expect((await post(`/parked/fixture.picky/${dead?.eventId}/retry`)).statusCode).toBe(200);
    await drain();
    expect(await listEffects(database, 'picky')).toEqual(['a 1', 'a 2', 'a 3']);
    expect(await listParked()).toEqual([]);
    const what = { listener: 'fixture.picky', eventId: dead?.eventId };
    expect(await audited()).toEqual([['events.parked-retried', what]]);
  });

  it('are skipped only with a reason, which is recorded', async () => {
    for (const number of [1, 2]) await count(database, 'a', number);
    await drain();
    isBroken = false;
    const [dead] = await listParked('?state=dead');
    const url = `/parked/fixture.picky/${dead?.eventId}/skip`;
    expect((await post(url, { reason: '' })).statusCode).toBe(400);
    expect((await post(url, { reason: '数据有误，已人工处理' })).statusCode).toBe(200);
    await drain();
    expect(await listEffects(database, 'picky')).toEqual(['a 2']);
    const what = {
      listener: 'fixture.picky',
      eventId: dead?.eventId,
      reason: '数据有误，已人工处理',
    };
    expect(await audited()).toEqual([['events.parked-skipped', what]]);
    expect((await post(url, { reason: 'once more' })).statusCode).toBe(404);
  });
});

describe('a replay', () => {
  it('gives a listener everything again since an instant, in order, also what was set aside', async () => {
    for (const [item, number] of [
      ['b', 1],
      ['a', 1],
      ['b', 2],
    ] as const) {
      await database.transaction(async (tx) => tellCount(tx, item, number, clock));
      clock.advance(60_000);
    }
    await drain();
    isBroken = false;
    const body = { from: '2026-01-20T02:01:00Z', reason: 'projection was wrong' };
    expect((await post('/listeners/fixture.picky/replay', body)).statusCode).toBe(200);
    await drain();
    expect(await listEffects(database, 'picky')).toEqual(['b 1', 'b 2', 'a 1', 'b 2']);
    expect(await listParked()).toEqual([]);
    expect((await post('/listeners/fixture.unknown/replay', body)).statusCode).toBe(404);
  });
});

describe('the log', () => {
  it('is cleaned of what is old, but of nothing that a listener has still to hear', async () => {
    await count(database, 'b', 1);
    await count(database, 'a', 1);
    await drain();
    await count(database, 'b', 2);
    clock.advance(500 * 86_400_000);
    expect(await pruneOutbox(database, 1, 400, clock.now())).toBe(1);
    const { rows } = await database.pool.query(
      `SELECT payload->>'item' AS item, payload->'number' AS number FROM kernel.outbox ORDER BY written_by`,
    );
    expect(rows).toEqual([
      { item: 'a', number: 1 },
      { item: 'b', number: 2 },
    ]);
    await drain();
    expect(await listEffects(database, 'picky')).toEqual(['b 1', 'b 2']);
  });

  it('is held back by a listener that no longer exists until that is removed', async () => {
    await count(database, 'b', 1);
    await drain();
    await database.pool.query(
      `INSERT INTO kernel.listener_place VALUES (1, 'fixture.gone', '0', gen_random_uuid(), now())`,
    );
    clock.advance(500 * 86_400_000);
    expect(await pruneOutbox(database, 1, 400, clock.now())).toBe(0);
    expect((await post('/listeners/fixture.picky/removal')).json<{ code: string }>().code).toBe(
      'events/still-declared',
    );
    expect((await post('/listeners/fixture.gone/removal')).statusCode).toBe(200);
    await drain();
    expect(await pruneOutbox(database, 1, 400, clock.now())).toBe(1);
  });
});
