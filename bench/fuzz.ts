import fc from 'fast-check';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { anonymousActor } from '#kernel/access/system-actor.ts';
import { newId } from '#kernel/ids/id.ts';
import { allContracts } from '#server/contracts.ts';
import { allPermissions } from '#server/roles.ts';
import { faultOf, type FuzzedRequest, fuzzedRequest } from '#test/support/fuzz.ts';

import { type BenchApp, openBenchApp } from './bench-app.ts';
import type { Figure, Workload } from './workload.ts';

const REQUESTS = 100_000;
const CHUNK = 1000;
const TOGETHER = 8;
const SHOWN = 10;

/** Somebody of each kind; the server itself asks who sends a request that names none of them. */
function createActors(): ReadonlyMap<string, Actor> {
  const may = allPermissions.map(({ name }) => ({
    permission: name,
    scope: { level: 'centre' as const },
  }));
  const own = allPermissions.map(({ name }) => ({
    permission: name,
    scope: { level: 'own' as const },
  }));
  const base = { centreId: 1, name: '基准测试' };
  const actors: Actor[] = [
    anonymousActor(1),
    { ...base, kind: 'staff', id: newId(), grants: may },
    { ...base, kind: 'staff', id: newId(), grants: [] },
    { ...base, kind: 'citizen', id: newId(), grants: own },
    { ...base, kind: 'device', id: newId(), grants: may },
  ];
  return new Map(actors.map((actor, index) => [String(index), actor]));
}

const HEADER = 'x-bench-actor';

/** Every route with random and malformed bodies, parameters and headers, as nobody and as everybody. */
export const fuzz: Workload = {
  name: 'fuzz',
  title: 'Requests of every wrong kind to every route: no failure of ours, nothing of our insides',
  run: async ({ database, say, seed, scale }) => {
    const actors = createActors();
    const made: { app?: BenchApp } = {};
    const app = await openBenchApp(database, {
      load: true,
      withStandins: true,
      identify: async (request) => {
        const actor = actors.get(String(request.headers[HEADER]));
        if (actor !== undefined) return { actor };
        const real = made.app?.running.access.identify;
        return real === undefined ? { actor: anonymousActor(1) } : real(request);
      },
    });
    made.app = app;
    try {
      return await storm(app, Math.round(REQUESTS * scale), seed, say);
    } finally {
      await app.close();
    }
  },
};

interface Tally {
  readonly statuses: Map<number, number>;
  readonly routes: Set<string>;
  readonly faults: string[];
  longestMs: number;
}

async function storm(
  app: BenchApp,
  requests: number,
  seed: number,
  say: (line: string) => void,
): Promise<Figure[]> {
  const contracts = allContracts.filter((contract) => contract.answers !== 'events');
  const tally: Tally = { statuses: new Map(), routes: new Set(), faults: [], longestMs: 0 };
  say(`${requests} requests to ${contracts.length} routes, seed ${seed}`);
  const begun = performance.now();
  for (let done = 0; done < requests; done += CHUNK) {
    const chunk = fc.sample(fuzzedRequest(contracts), {
      seed: seed + done,
      numRuns: Math.min(CHUNK, requests - done),
    });
    const hands = Array.from({ length: TOGETHER }, async (_, hand) => {
      for (let at = hand; at < chunk.length; at += TOGETHER) {
        const request = chunk[at];
        if (request !== undefined) await sendOne(app, request, done + at, tally);
      }
    });
    await Promise.all(hands);
    if ((done / CHUNK) % 10 === 9) say(`${done + CHUNK} sent`);
  }
  const seconds = (performance.now() - begun) / 1000;
  for (const line of tally.faults.slice(0, SHOWN)) say(line);
  const counts = [...tally.statuses].toSorted(([a], [b]) => a - b);
  say(counts.map(([status, count]) => `${status}: ${count}`).join(', '));
  const none = { atMost: 0 };
  return [
    { what: 'requests answered', value: requests, unit: '', gate: { atLeast: requests } },
    {
      what: 'routes that were never asked',
      value: contracts.length - tally.routes.size,
      unit: '',
      gate: none,
    },
    {
      what: 'answers with a failure or our insides',
      value: tally.faults.length,
      unit: '',
      gate: none,
    },
    { what: 'seed', value: seed, unit: '' },
    { what: 'requests', value: requests / seconds, unit: '/s' },
    { what: 'longest answer', value: tally.longestMs, unit: 'ms' },
  ];
}

async function sendOne(
  { http }: BenchApp,
  { operation, ...request }: FuzzedRequest,
  number: number,
  tally: Tally,
): Promise<void> {
  // From ever another address, so that no limit hides a route; the sixth of six is whom the server makes of it.
  const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  const headers = { ...request.headers, [HEADER]: String(number % 6), 'x-forwarded-for': address };
  const begun = performance.now();
  const answer = await http.inject({ ...request, headers });
  tally.longestMs = Math.max(tally.longestMs, performance.now() - begun);
  tally.routes.add(operation);
  tally.statuses.set(answer.statusCode, (tally.statuses.get(answer.statusCode) ?? 0) + 1);
  const fault = faultOf(answer.statusCode, answer.body);
  if (fault === undefined) return;
  tally.faults.push(
    `${fault}: ${request.method} ${request.url} as ${number % 6}: ${request.payload ?? ''} → ${answer.statusCode} ${answer.body.slice(0, 300)}`,
  );
}
