import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { newId } from '#kernel/ids/id.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { type Group, type OwnBooking, routes } from '../contract.ts';
import { aGroup, type Bench, citizen, startBench } from './fixture.ts';

const TUESDAY = '2026-01-20';
const WEDNESDAY = '2026-01-21';

describe('an appointment is refused', () => {
  let database: TestDatabase;
  let bench: Bench;
  let group: Group;
  beforeAll(async () => {
    database = await openTestDatabase();
    bench = await startBench(database);
    group = await bench.group({ places: 50 });
  });
  beforeEach(() => bench.setTime('2026-01-20T08:00'));
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });

  const book = async (who: Actor, day: string, groupId = group.id) =>
    bench.send(who, routes.bookOwn, { body: { groupId, day, from: '10:00' } });
  const booked = async (who: Actor, day: string, groupId = group.id): Promise<OwnBooking> => {
    const { body, problem } = await book(who, day, groupId);
    expect(problem).toBeUndefined();
    return body;
  };
  const checkIn = async (id: string) =>
    bench.send(bench.manager, routes.checkIn, { params: { id } });

  test('to whoever has as many open ones as a person may', async () => {
    const who = citizen();
    for (const day of [WEDNESDAY, '2026-01-23', '2026-01-26']) await booked(who, day);
    expect((await book(who, '2026-01-27')).problem).toBe('appointments/open-limit');
  });

  test('to a sign-in behind which no person is recorded', async () => {
    const { subject: _nobody, ...unknown } = citizen();
    expect((await book(unknown, WEDNESDAY)).problem).toBe('appointments/not-linked');
  });

  test('an act that its state does not allow, and a check-in on another day', async () => {
    const who = citizen();
    const { id, version } = await booked(who, WEDNESDAY);
    expect((await checkIn(id)).problem).toBe('appointments/other-day');
    const cancel = async (of: number) =>
      bench.send(who, routes.cancelOwn, { params: { id }, body: { version: of } });
    const { body } = await cancel(version);
    expect((await cancel(body.version)).problem).toBe('appointments/not-in-state');
    bench.setTime('2026-01-21T09:55');
    expect((await checkIn(id)).problem).toBe('appointments/not-in-state');
  });

  test('a ticket where the business has no line in the hall', async () => {
    const apart = await bench.group({ queueCode: '' });
    const { id } = await booked(citizen(), TUESDAY, apart.id);
    bench.setTime('2026-01-20T09:55');
    expect((await checkIn(id)).problem).toBe('appointments/no-queue');
  });

  test('a business of a department that the centre does not have', async () => {
    const { problem } = await bench.send(bench.manager, routes.createGroup, {
      body: aGroup({ departmentIds: [newId()] }),
    });
    expect(problem).toBe('appointments/unknown-reference');
  });
});
