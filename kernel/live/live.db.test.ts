import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { type FrontDoor, openFrontDoor } from '#test/support/front-door.ts';

import { mayAnywhere } from '../access/authorise.ts';
import { systemClock } from '../clock/clock.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { count, counted, quiet, renamed, tellCount } from '../events/fixture.ts';
import { type Follower, followStream } from './follower.fixture.ts';
import { createLive, type Live } from './live.ts';
import { defineTopic } from './topic.ts';

const topics = [
  defineTopic({
    prefix: 'fixture',
    title: { 'zh-CN': '测试', en: 'Fixture' },
    mayFollow: (actor, id) => id !== 'secret' && mayAnywhere(actor, 'fixture.follow'),
  }),
  defineTopic({
    prefix: 'public',
    title: { 'zh-CN': '公开', en: 'Public' },
    mayFollow: () => true,
  }),
];
const follower = staffWith(['fixture.follow']);

interface Process {
  readonly base: string;
  readonly door: FrontDoor;
  readonly live: Live;
  readonly database: Database;
  stop(): Promise<void>;
}

let database: TestDatabase;
let one: Process;
let other: Process;
const opened: Follower[] = [];

/** What a server process has: its own pool, its own reader, its own port. */
async function startProcess(): Promise<Process> {
  const handle = openDatabase({ connection: database.connection, poolSize: 4 });
  const created: { live?: Live } = {};
  const door = await openFrontDoor({ database: handle, clock: systemClock }, (identify) => {
    created.live = createLive({
      database: handle,
      clock: systemClock,
      log: quiet,
      events: [counted, renamed],
      topics,
      identify,
      recheckSeconds: 0.1,
      pollMs: 200,
    });
    return created.live.routes;
  });
  const { live } = created;
  if (live === undefined) throw new Error('no live channel');
  door.admit(follower.id, follower);
  await live.start();
  const base = await door.http.listen({ port: 0, host: '127.0.0.1' });
  const stop = async () => {
    await live.stop();
    await door.http.close();
    await handle.close();
  };
  return { base, door, live, database: handle, stop };
}

beforeAll(async () => {
  database = await openTestDatabase();
  one = await startProcess();
  other = await startProcess();
});
afterEach(() => {
  for (const stream of opened.splice(0)) stream.stop();
});
afterAll(async () => {
  await one.stop();
  await other.stop();
  await database.drop();
});

async function follow(process: Process, names: string, lastEventId?: string): Promise<Follower> {
  const stream = await followStream(process.base, names, { actorId: follower.id, lastEventId });
  opened.push(stream);
  await expect.poll(() => stream.frames.length).toBeGreaterThan(0);
  return stream;
}

describe('the live channel', () => {
  it('shows an event to followers of its topic, in every process, and to nobody else', async () => {
    const [here, there, elsewhere] = await Promise.all([
      follow(one, 'fixture/a'),
      follow(other, 'fixture/a,fixture/c'),
      follow(one, 'fixture/b'),
    ]);
    await count(database, 'a', 1);
    await count(database, 'b', 2);
    await expect.poll(() => here.numbers).toEqual([1]);
    await expect.poll(() => there.numbers).toEqual([1]);
    await expect.poll(() => elsewhere.numbers).toEqual([2]);
  });

  it('shows of the payload only the fields that are fit for all followers', async () => {
    const here = await follow(one, 'fixture/d');
    await count(database, 'd', 7);
    await expect.poll(() => here.numbers).toEqual([7]);
    const news = here.frames.find((frame) => frame.name === 'news');
    expect(JSON.parse(news?.data ?? '')).toMatchObject([
      {
        name: 'fixture.counted',
        topic: 'fixture/d',
        subject: { kind: 'fixture.item', id: 'd' },
        payload: { number: 7 },
      },
    ]);
    expect(news?.data).not.toContain('item":"d"');
  });

  it('refuses a topic that is unknown, forbidden, or not for the public', async () => {
    const ask = async (names: string, actorId?: string) =>
      (
        await one.door.http.inject({
          url: '/api/v1/live',
          query: { topics: names },
          headers: actorId === undefined ? {} : { 'x-test-actor': actorId },
        })
      ).json<{ code: string }>().code;
    const nobody = nobodyInParticular();
    one.door.admit(nobody.id, nobody);
    expect(await ask('nothing/1', follower.id)).toBe('live/unknown-topic');
    expect(await ask('public,fixture/secret', follower.id)).toBe('access/forbidden');
    expect(await ask('fixture/a', nobody.id)).toBe('access/forbidden');
    expect(await ask('fixture/a')).toBe('access/not-signed-in');
    expect(await ask('')).toBe('request/invalid-input');
    const open = await followStream(one.base, 'public');
    opened.push(open);
    await expect.poll(() => open.frames.length).toBe(1);
  });

  it('does not show what happens in another centre', async () => {
    const stranger = staffWith(['fixture.follow'], { level: 'centre' }, { centreId: 2 });
    one.door.admit(stranger.id, stranger);
    const there = await followStream(one.base, 'fixture/e', { actorId: stranger.id });
    opened.push(there);
    const here = await follow(one, 'fixture/e');
    await count(database, 'e', 1);
    await expect.poll(() => here.numbers).toEqual([1]);
    expect(there.numbers).toEqual([]);
  });

  it('shows an event at once although an earlier transaction is still being written', async () => {
    const here = await follow(one, 'fixture/f');
    const slow = await database.pool.connect();
    await slow.query('BEGIN');
    await slow.query('SELECT pg_current_xact_id()');
    await count(database, 'f', 1);
    await expect.poll(() => here.numbers).toEqual([1]);
    await slow.query('COMMIT');
    slow.release();
  });

  it('closes the stream within seconds when the session ends, and when the permission is lost', async () => {
    const leaver = staffWith(['fixture.follow']);
    one.door.admit(leaver.id, leaver);
    const first = await followStream(one.base, 'fixture/g', { actorId: leaver.id });
    one.door.admit(leaver.id, undefined);
    await expect.poll(() => first.isOpen(), { timeout: 3000 }).toBe(false);
    one.door.admit(leaver.id, leaver);
    const second = await followStream(one.base, 'fixture/g', { actorId: leaver.id });
    one.door.admit(leaver.id, { ...leaver, grants: [] });
    await expect.poll(() => second.isOpen(), { timeout: 3000 }).toBe(false);
  });

  it('does not keep a session awake by listening', async () => {
    const here = await follow(one, 'fixture/g');
    const asked = one.door.asked.length;
    await expect.poll(() => one.door.asked.length).toBeGreaterThan(asked);
    expect(one.door.asked.slice(asked).every((headers) => headers['x-background'] === '1')).toBe(
      true,
    );
    here.stop();
  });

  it('closes at once the streams it is told to close', async () => {
    const here = await follow(one, 'fixture/g');
    one.live.closeWhere((actor) => actor.id === follower.id);
    await expect.poll(() => here.isOpen()).toBe(false);
  });
});

describe('a follower who comes back', () => {
  it('is given what it missed, by another process too', async () => {
    const before = await follow(one, 'fixture/h');
    await count(database, 'h', 1);
    await expect.poll(() => before.numbers).toEqual([1]);
    before.stop();
    await count(database, 'h', 2);
    await count(database, 'h', 3);
    const after = await follow(other, 'fixture/h', before.lastId());
    await expect.poll(() => after.numbers).toEqual([2, 3]);
    expect(after.frames.map((frame) => frame.name)).not.toContain('reset');
  });

  it('is told to load anew when it was away too long, brings nonsense, or missed too much', async () => {
    const before = await follow(one, 'fixture/i');
    const [snapshot = ''] = (before.lastId() ?? '').split('@');
    for (const id of [`${snapshot}@${(1_600_000_000).toString(36)}`, 'nonsense', `${snapshot}@`]) {
      const after = await follow(one, 'fixture/i', id);
      expect(after.frames[0]?.name).toBe('reset');
    }
    before.stop();
    await database.transaction(async (tx) => {
      for (let number = 0; number < 1100; number += 1) tellCount(tx, 'i', number);
    });
    const late = await follow(one, 'fixture/i', before.lastId());
    expect(late.frames[0]?.name).toBe('reset');
    expect(late.numbers).toEqual([]);
  });

  it('is told to load anew when its position comes from a database that was since restored', async () => {
    const before = await follow(one, 'fixture/i');
    const [, time = ''] = (before.lastId() ?? '').split('@');
    const after = await follow(one, 'fixture/i', `900000000:900000000:@${time}`);
    expect(after.frames[0]?.name).toBe('reset');
    await count(database, 'i', 5);
    await expect.poll(() => after.numbers).toEqual([5]);
  });

  it('loses nothing and gets nothing twice, however often it changes between processes', async () => {
    const seen: number[] = [];
    let lastId: string | undefined;
    const writing = { isDone: false };
    const total = 400;
    const hopping = (async () => {
      const first = await follow(one, 'fixture/j');
      lastId = first.lastId();
      first.stop();
      for (let hop = 0; !writing.isDone || hop < 12; hop += 1) {
        const stream = await followStream(hop % 2 === 0 ? other.base : one.base, 'fixture/j', {
          actorId: follower.id,
          lastEventId: lastId,
          onEvents: (events) =>
            seen.push(...events.map((event) => Number(event.payload['number']))),
        });
        await database.pool.query('SELECT pg_sleep($1)', [0.01 + (hop % 5) * 0.02]);
        stream.stop();
        lastId = stream.lastId() ?? lastId;
        await expect.poll(() => stream.isOpen()).toBe(false);
        lastId = stream.lastId() ?? lastId;
      }
    })();
    await expect.poll(() => lastId).toBeDefined();
    const numbers = Array.from({ length: total }, (_, number) => number);
    // Transactions of different length overlap, so that numbers become visible out of their order.
    await Promise.all(
      [0, 1, 2, 3].map(async (writer) => {
        for (const number of numbers.filter((candidate) => candidate % 4 === writer))
          await database.transaction(async (tx) => {
            tellCount(tx, 'j', number);
            if (number % 7 === 0)
              await tx
                .selectNoFrom((eb) => eb.fn<string>('pg_sleep', [eb.val(0.03)]).as('s'))
                .execute();
          });
      }),
    );
    writing.isDone = true;
    await hopping;
    const last = await follow(one, 'fixture/j', lastId);
    await database.pool.query('SELECT pg_sleep(0.3)');
    seen.push(...last.numbers);
    expect(seen.toSorted((a, b) => a - b)).toEqual(numbers);
  });
});
