import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';

import { type Child, startChild } from './child.ts';
import { type Called, callTogether } from './hall-callers.ts';
import { compareForecasts } from './hall-forecast.ts';
import { mixVisitors } from './hall-mixed.ts';
import { type BenchHall, divideLines, fillLine, furnishHall, WINDOWS } from './hall-setup.ts';
import { toCallScript } from './hall-sql.ts';
import { hasPgbench, runPgbench } from './pgbench.ts';
import { median, percentile } from './statistics.ts';
import type { BenchContext, Figure, Workload } from './workload.ts';

const WAITING = 1_000;
const ROUNDS = 5;
const ROUND_MS = 4_000;
const SERVERS = 3;
const USERS = 400;

/**
 * W2: 32 windows call out of one line of 1,000 with one server process, against pgbench with the same statements;
 * with three processes, one of which is killed again and again, no ticket is ever in two windows' hands.
 */
export const hall: Workload = {
  name: 'hall',
  title: 'W2: 32 windows call the next of 1,000 through HTTP; three processes and kills; 400 users',
  run: async (context) => {
    const today = localDay(systemClock.now());
    const first = await startChild('./hall-server.ts', context.connection);
    const servers = [first];
    try {
      const place = await prepare(context, first, today);
      const figures = await compare(context, place, first, today);
      while (servers.length < SERVERS)
        servers.push(await startChild('./hall-server.ts', context.connection));
      figures.push(...(await callAmongKills(context, place, servers, today)));
      figures.push(...(await mix(context, place, servers)));
      figures.push(...forecast(context));
      return figures;
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
  },
};

const furnished = new Map<string, BenchHall>();

/** A round that is repeated finds the hall as the one before has left it. */
async function prepare(context: BenchContext, server: Child, today: string): Promise<BenchHall> {
  const { database } = context.connection;
  const place = furnished.get(database) ?? (await furnishHall(server.ready, today));
  furnished.set(database, place);
  await divideLines(server.ready, place, 1);
  return place;
}

async function compare(
  context: BenchContext,
  place: BenchHall,
  server: Child,
  today: string,
): Promise<Figure[]> {
  const ms = Math.max(1_000, ROUND_MS * context.scale);
  const script = hasPgbench() ? toCallScript(place, today) : undefined;
  if (script === undefined) context.say('no pgbench on this machine: figures without a ratio');
  const http: number[] = [];
  const alone: number[] = [];
  const times: number[] = [];
  const aloneTimes: number[] = [];
  let doubles = 0;
  await fillLine(context, place, today, WAITING);
  await callTogether(context, place, [server.ready], 2_000);
  const callOnce = async () => {
    const called = await callTogether(context, place, [server.ready], ms);
    times.push(...called.times);
    doubles += called.doubles;
    http.push(called.calls / (ms / 1_000));
  };
  const replayOnce = async () => {
    if (script === undefined) return;
    const seconds = Math.round(ms / 1_000);
    const speed = await runPgbench(context.connection, script, { clients: WINDOWS, seconds });
    alone.push(speed.perSecond);
    aloneTimes.push(...speed.times);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await fillLine(context, place, today, WAITING);
    // A, B, B, A: what changes with time falls on both alike.
    const order = round % 2 === 0 ? [callOnce, replayOnce] : [replayOnce, callOnce];
    for (const step of order) await step();
    const [ours, theirs] = [http.at(-1) ?? 0, alone.at(-1) ?? 0];
    context.say(`${Math.round(ours)} calls/s, SQL alone ${Math.round(theirs)}/s`);
  }
  const figures: Figure[] = [
    { what: `calls through HTTP, ${WINDOWS} windows`, value: median(http), unit: '/s' },
    { what: 'one call, median', value: percentile(times, 50), unit: 'ms' },
    { what: 'one call, p95', value: percentile(times, 95), unit: 'ms', gate: { atMost: 50 } },
    { what: 'calls of one ticket by two', value: doubles, unit: '', gate: { atMost: 0 } },
  ];
  if (script === undefined) return figures;
  const ratio = median(http) / median(alone);
  return [
    ...figures,
    { what: 'the same SQL by pgbench', value: median(alone), unit: '/s' },
    { what: 'the same SQL by pgbench, p95', value: percentile(aloneTimes, 95), unit: 'ms' },
    { what: 'ratio to the same SQL', value: ratio, unit: '', gate: { atLeast: 0.6 } },
  ];
}

/** Three processes answer; one after the other is killed without warning, and starts again. */
async function callAmongKills(
  context: BenchContext,
  place: BenchHall,
  servers: Child[],
  today: string,
): Promise<Figure[]> {
  const ms = Math.max(4_000, 20_000 * context.scale);
  await fillLine(context, place, today, WAITING);
  const bases = servers.map((server) => server.ready);
  const calling = callTogether(context, place, bases, ms);
  let kills = 0;
  const killing = (async () => {
    const until = systemClock.now().getTime() + ms * 0.75;
    for (let turn = 1; systemClock.now().getTime() < until; turn += 1) {
      const index = turn % servers.length;
      await servers[index]?.kill();
      kills += 1;
      const fresh = await startChild('./hall-server.ts', context.connection);
      servers[index] = fresh;
      bases[index] = fresh.ready;
    }
  })();
  const [called] = await Promise.all([calling, killing] as [Promise<Called>, Promise<void>]);
  const answered = await countCalled(context);
  context.say(`${called.calls} calls, ${kills} kills, ${called.unanswered} requests unanswered`);
  return [
    { what: 'kills of one of three processes', value: kills, unit: '' },
    { what: 'calls among kills', value: called.calls, unit: '' },
    {
      what: 'calls of one ticket by two, with kills',
      value: called.doubles,
      unit: '',
      gate: { atMost: 0 },
    },
    {
      what: 'answered calls without a record',
      value: Math.max(0, called.calls - answered),
      unit: '',
      gate: { atMost: 0 },
    },
  ];
}

async function countCalled({ database }: BenchContext): Promise<number> {
  const { rows } = await database.pool.query<{ count: bigint }>(
    `SELECT count(*) FROM queue.ticket_event WHERE act = 'called' AND by_kind = 'staff' AND by_id <> 'x'`,
  );
  return Number(rows[0]?.count ?? 0);
}

async function mix(
  context: BenchContext,
  place: BenchHall,
  servers: readonly Child[],
): Promise<Figure[]> {
  const ms = Math.max(5_000, 20_000 * context.scale);
  const users = Math.max(20, Math.round(USERS * context.scale));
  const bases = servers.map((server) => server.ready);
  await divideLines(bases[0] ?? '', place, place.lines.length);
  // Two of the three have just been started again: nobody measures a server in its first seconds.
  await mixVisitors(place, bases, { users, ms: ms / 4 });
  const mixed = await mixVisitors(place, bases, { users, ms });
  context.say(`${mixed.times.length} requests of ${users} users, ${mixed.errors.length} errors`);
  for (const error of mixed.errors.slice(0, 3)) context.say(error);
  return [
    { what: `requests of ${users} users`, value: mixed.times.length, unit: '' },
    { what: 'errors', value: mixed.errors.length, unit: '', gate: { atMost: 0 } },
    { what: 'tickets with one number', value: mixed.repeated, unit: '', gate: { atMost: 0 } },
    {
      what: 'one request, p95',
      value: percentile(mixed.times, 95),
      unit: 'ms',
      gate: { atMost: 100 },
    },
  ];
}

function forecast({ seed, scale }: BenchContext): Figure[] {
  const { ours, plain } = compareForecasts(seed, Math.max(5, Math.round(60 * scale)));
  return [
    { what: 'forecast of the wait, mean error', value: ours, unit: 'min' },
    { what: 'plain mean, mean error', value: plain, unit: 'min' },
    { what: 'error against the plain mean', value: ours / plain, unit: '', gate: { atMost: 0.9 } },
  ];
}
