import { setTimeout as pause } from 'node:timers/promises';

import type { Database } from '#kernel/db/database.ts';

import { startChild } from './child.ts';
import { follow } from './follow.ts';
import { percentile, wallMs } from './statistics.ts';
import type { BenchContext, Figure, Workload } from './workload.ts';

const EVENTS = 400;
const WARM_UP = 20;
const EVERY_MS = 25;
const FOLLOWERS = 20;

/** Two server processes on one database: who follows one sees what is written through the other. */
export const liveTwoProcesses: Workload = {
  name: 'live-two-processes',
  title: 'Two processes on one database: written through one, seen by followers of the other',
  run: async (context) => {
    const count = Math.max(WARM_UP * 2, Math.round(EVENTS * context.scale));
    const bare = await measureBare(context.database, count);
    const seen = await measureServers(context, count);
    return toFigures(bare, seen);
  },
};

interface Seen {
  readonly waits: readonly number[];
  readonly lostOrDoubled: number;
}

/** The least that PostgreSQL can do: a row and a NOTIFY in one transaction, heard by a second connection. */
async function measureBare(database: Database, count: number): Promise<readonly number[]> {
  const [speaker, listener] = await Promise.all([database.connectAlone(), database.connectAlone()]);
  const waits: number[] = [];
  listener.on('notification', ({ payload }) => waits.push(wallMs() - Number(payload)));
  await listener.query('LISTEN bench_bare');
  await speaker.query('CREATE TABLE IF NOT EXISTS bench_bare (number integer NOT NULL)');
  for (let number = 0; number < count; number += 1) {
    await speaker.query('BEGIN');
    await speaker.query('INSERT INTO bench_bare VALUES ($1)', [number]);
    await speaker.query(`SELECT pg_notify('bench_bare', $1)`, [String(wallMs())]);
    await speaker.query('COMMIT');
    await pause(EVERY_MS);
  }
  await Promise.all([speaker.end(), listener.end()]);
  return waits.slice(WARM_UP);
}

async function measureServers({ connection, say }: BenchContext, count: number): Promise<Seen> {
  const [reading, writing] = await Promise.all([
    startChild('./live-server.ts', connection),
    startChild('./live-server.ts', connection),
  ]);
  const waits: number[] = [];
  const heard = new Map<string, number>();
  const followers = await Promise.all(
    Array.from({ length: FOLLOWERS }, (_, follower) =>
      follow(reading.ready, (number, sentAt) => {
        const key = `${follower}/${number}`;
        heard.set(key, (heard.get(key) ?? 0) + 1);
        if (number >= WARM_UP) waits.push(wallMs() - sentAt);
      }),
    ),
  );
  say(`${FOLLOWERS} followers of one process; ${count} writes through the other`);
  for (let number = 0; number < count; number += 1) {
    const answer = await fetch(`${writing.ready}/bench/ticks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ number }),
    });
    if (!answer.ok) throw new Error(`The writing process answered ${answer.status}`);
    await pause(EVERY_MS);
  }
  await pause(1000);
  for (const follower of followers) follower.destroy();
  await Promise.all([reading.stop(), writing.stop()]);
  const lost = FOLLOWERS * count - heard.size;
  const doubled = [...heard.values()].reduce((sum, times) => sum + times - 1, 0);
  return { waits, lostOrDoubled: lost + doubled };
}

function toFigures(bare: readonly number[], { waits, lostOrDoubled }: Seen): Figure[] {
  const [bareMedian, bareHigh] = [percentile(bare, 50), percentile(bare, 99)];
  const [median, high] = [percentile(waits, 50), percentile(waits, 99)];
  return [
    { what: 'lost or doubled', value: lostOrDoubled, unit: '', gate: { atMost: 0 } },
    { what: 'bare NOTIFY, median', value: bareMedian, unit: 'ms' },
    { what: 'bare NOTIFY, p99', value: bareHigh, unit: 'ms' },
    { what: 'written to seen, median', value: median, unit: 'ms' },
    { what: 'written to seen, p99', value: high, unit: 'ms', gate: { atMost: 15 } },
    { what: 'ratio to bare NOTIFY, median', value: median / bareMedian, unit: '' },
    { what: 'ratio to bare NOTIFY, p99', value: high / bareHigh, unit: '' },
  ];
}
