import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

import { fixedClock } from '#kernel/clock/clock.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { type FrontDoor, openFrontDoor } from '#test/support/front-door.ts';

import { route } from './contract.ts';
import { serve } from './handler.ts';

const LIMIT = 5;
const ping = route({
  name: 'sample.ping',
  method: 'GET',
  path: '/api/v1/ping',
  summary: 'Answers',
  admission: 'public',
  response: z.object({ ok: z.boolean() }),
});

let own: TestDatabase;
let door: FrontDoor;

beforeAll(async () => {
  own = await openTestDatabase();
  const deps = { database: own, clock: fixedClock('2026-03-05T02:00:00Z') };
  door = await openFrontDoor(deps, () => [serve(ping, () => ({ ok: true }))], {
    ratePerMinute: LIMIT,
  });
});
afterAll(async () => {
  await door.http.close();
  await own.drop();
});

test('files of pages never count, so a hall behind one address can open them', async () => {
  const answers = await Promise.all(
    Array.from({ length: LIMIT * 4 }, () => door.ask(undefined, { url: '/assets/page.js' })),
  );
  expect(answers.map(({ statusCode }) => statusCode)).not.toContain(429);
});

test('an address that is written in another way counts as the same', async () => {
  const codes: number[] = [];
  for (let asked = 0; asked <= LIMIT; asked += 1)
    codes.push(
      (await door.ask(undefined, { url: '/%61pi/v1/ping', remoteAddress: '10.0.0.9' })).statusCode,
    );
  expect(codes).toContain(200);
  expect(codes.at(-1)).toBe(429);
});

test('who asks the interface too often is told how long to wait', async () => {
  const codes: number[] = [];
  for (let asked = 0; asked <= LIMIT; asked += 1)
    codes.push((await door.ask(undefined, { url: ping.path })).statusCode);
  expect(codes.slice(0, LIMIT)).toEqual(Array.from({ length: LIMIT }, () => 200));
  expect(codes.at(-1)).toBe(429);
  const refused = await door.ask(undefined, { url: ping.path });
  expect(refused.json()).toMatchObject({ status: 429 });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
});
