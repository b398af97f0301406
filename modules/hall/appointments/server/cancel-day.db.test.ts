import { afterAll, beforeAll, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { permissions, routes } from '../contract.ts';
import { type Bench, citizen, OTHER_SITE, staffOf, startBench } from './fixture.ts';

const MONDAY = '2026-01-26';
let database: TestDatabase;
let bench: Bench;
beforeAll(async () => {
  database = await openTestDatabase();
  bench = await startBench(database);
});
afterAll(async () => {
  await bench.close();
  await database.drop();
});

const book = async (groupId: string, from: string, day = MONDAY) => {
  const who = citizen();
  const { status } = await bench.send(who, routes.bookOwn, { body: { groupId, day, from } });
  expect(status).toBe(201);
  return who;
};
const statesOf = async (who: ReturnType<typeof citizen>) =>
  (await bench.send(who, routes.listOwnBookings)).body.items.map(({ state }) => state);
const cancel = async (id: string, more: object = {}, actor = bench.manager) =>
  bench.send(actor, routes.cancelDay, {
    params: { id },
    body: { day: MONDAY, from: null, reason: '系统升级，当日停办', ...more },
    key: newId(),
  });

test('a day is closed by whoever keeps the group, not by others, and not a day that has passed', async () => {
  const { id } = await bench.group();
  const viewer = staffOf([permissions.view.name, permissions.book.name]);
  expect((await cancel(id, {}, viewer)).status).toBe(403);
  const elsewhere = staffOf([permissions.manage.name], { level: 'site', id: OTHER_SITE });
  expect((await cancel(id, {}, elsewhere)).status).toBe(403);
  expect((await cancel(id, { day: '2026-01-19' })).problem).toBe('appointments/day-passed');
});

test('everybody who is booked on it is told once, and nobody can book it any more', async () => {
  const { id } = await bench.group();
  const { id: other } = await bench.group();
  const early = await book(id, '09:00');
  const late = await book(id, '15:00');
  const next = await book(id, '09:00', '2026-01-27');
  const foreign = await book(other, '09:00');
  bench.notices.length = 0;
  expect((await cancel(id)).body).toEqual({ cancelled: 2 });
  expect([await statesOf(early), await statesOf(late)]).toEqual([['cancelled'], ['cancelled']]);
  expect([await statesOf(next), await statesOf(foreign)]).toEqual([['booked'], ['booked']]);
  expect(bench.notices.filter((one) => one.startsWith('appointments.cancelled'))).toHaveLength(2);
  const again = await bench.send(citizen(), routes.bookOwn, {
    body: { groupId: id, day: MONDAY, from: '10:00' },
  });
  expect(again.problem).toBe('appointments/not-a-slot');
  expect((await cancel(id)).body).toEqual({ cancelled: 0 });
});

test('one slot can be closed alone', async () => {
  const { id } = await bench.group();
  const early = await book(id, '09:00');
  const late = await book(id, '15:00');
  expect((await cancel(id, { from: '09:00' })).body).toEqual({ cancelled: 1 });
  expect([await statesOf(early), await statesOf(late)]).toEqual([['cancelled'], ['booked']]);
});
