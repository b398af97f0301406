import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { quiet } from './fixture.ts';
import { joinNotifier, type Notifier } from './notifier.ts';
import { onWake, wakeReaders } from './wake.ts';

let database: TestDatabase;
let notifier: Notifier;

beforeAll(async () => {
  database = await openTestDatabase();
  notifier = joinNotifier(database, quiet);
  await vi.waitUntil(() => notifier.isConnected());
});
afterAll(async () => {
  await notifier.leave();
  await database.drop();
});

const listenConnections = async () => {
  const { rows } = await database.pool.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query ~ '^(LISTEN|SELECT pg_notify)'`,
  );
  return rows.map((row) => row.pid);
};

/** What is heard from elsewhere while something is done, until the wake that ends it. */
async function hearWhile(
  act: () => Promise<void>,
  last: number,
): Promise<Array<number | undefined>> {
  const heard: Array<number | undefined> = [];
  const forget = onWake((wake, source) => {
    if (source === 'elsewhere') heard.push(wake.centreId);
  });
  await act();
  await vi.waitUntil(() => heard.includes(last));
  forget();
  return heard;
}

const say = (payload: string) => database.pool.query(`NOTIFY onewindow_outbox, '${payload}'`);

describe('the notifier of a process', () => {
  it('is one connection for all who join it', async () => {
    const second = joinNotifier(database, quiet);
    expect(await listenConnections()).toHaveLength(1);
    await second.leave();
    expect(notifier.isConnected()).toBe(true);
  });

  it('passes on what other processes say, and nothing that is not of its language', async () => {
    const heard = await hearWhile(async () => {
      await say('e7,j8');
      await say('drop table; e99999999999, x1,e,j-1');
      await say('e9');
    }, 9);
    expect(heard).toEqual([7, 8, 9]);
  });

  it('says at once and once what its process wakes for, in one payload for what comes together', async () => {
    const other = await database.connectAlone();
    const payloads: string[] = [];
    other.on('notification', (message) => payloads.push(message.payload ?? ''));
    await other.query('LISTEN onewindow_outbox');
    for (let repeat = 0; repeat < 50; repeat += 1) {
      wakeReaders({ kind: 'events', centreId: 1 });
      wakeReaders({ kind: 'jobs', centreId: 2 });
    }
    await expect.poll(() => payloads.join(',').split(',')).toContain('j2');
    expect(payloads.length).toBeLessThanOrEqual(2);
    await other.end();
  });

  it('comes back after its connection was cut, and tells readers to look at what they may have missed', async () => {
    const [pid] = await listenConnections();
    const heard: string[] = [];
    const forget = onWake((wake, source) => {
      if (source === 'elsewhere' && wake.centreId === undefined) heard.push(wake.kind);
    });
    await database.pool.query('SELECT pg_terminate_backend($1)', [pid]);
    await expect.poll(() => heard.toSorted(), { timeout: 10_000 }).toEqual(['events', 'jobs']);
    forget();
    expect(await listenConnections()).not.toContain(pid);
    expect(await hearWhile(async () => void (await say('e5')), 5)).toEqual([5]);
  });
});
