import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { routes } from '../contract.ts';
import { type Bench, CENTRE, citizen, startBench, WINDOWS } from './fixture.ts';
import { findBooking, insertBooking, tables } from './repository.ts';

const MONDAY = '2026-01-26';

describe('the last place', () => {
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

  const book = (groupId: string, from = '09:00', who = citizen()) =>
    bench.send(who, routes.bookOwn, { body: { groupId, day: MONDAY, from } });

  const actAs = async (
    who: ReturnType<typeof citizen> | undefined,
    act: 'book' | 'cancel' | 'move',
    groupId: string,
    from: string,
  ) => {
    if (who === undefined) return undefined;
    if (act === 'book') return book(groupId, from, who);
    const own = await bench.send(who, routes.listOwnBookings);
    const booked = own.body.items.find(({ state }) => state === 'booked');
    if (booked === undefined) return undefined;
    const { id, version } = booked;
    return act === 'cancel'
      ? bench.send(who, routes.cancelOwn, { params: { id }, body: { version } })
      : bench.send(who, routes.moveOwn, { params: { id }, body: { version, day: MONDAY, from } });
  };

  const takenPlaces = async (groupId: string) => {
    const rows = await tables(database.db)
      .selectFrom('appointments.booking')
      .select(['from_minute', 'place', 'places'])
      .where('group_id', '=', groupId)
      .where('state', '<>', 'cancelled')
      .execute();
    return rows;
  };

  test('goes to one of forty who ask at once, and the others hear that it is full', async () => {
    const { id } = await bench.group({ places: 1 });
    const answers = await Promise.all(Array.from({ length: 40 }, () => book(id)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(new Set(refused.map(({ problem }) => problem))).toEqual(
      new Set(['appointments/slot-full']),
    );
    expect(await takenPlaces(id)).toHaveLength(1);
  });

  test('a person who asks ten times at once gets one appointment that day', async () => {
    const { id } = await bench.group({ places: 20 });
    const who = citizen();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => book(id, at % 2 === 0 ? '09:00' : '10:00', who)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ problem }) => problem === 'appointments/day-limit')).toHaveLength(9);
  });

  test('a repeat with the same key gives the same appointment', async () => {
    const { id } = await bench.group();
    const who = citizen();
    const sent = { body: { groupId: id, day: MONDAY, from: '09:00' }, key: newId() };
    const first = await bench.send(who, routes.bookOwn, sent);
    const second = await bench.send(who, routes.bookOwn, sent);
    expect(second.body).toEqual(first.body);
    expect(await takenPlaces(id)).toHaveLength(1);
  });

  test('the database itself refuses a second booking on one place', async () => {
    const { id } = await bench.group();
    const { body } = await book(id);
    const row = await findBooking(database.db, CENTRE, body.id);
    const again = database.transaction(async (tx) => {
      if (row !== undefined)
        insertBooking(tx, { ...row, booking_id: newId(), code: 'AAAAAAAA', token: 'twice' });
    });
    await expect(again).rejects.toThrow('booking_place');
  });

  /** Whatever people do at once, in whatever order: no place is given twice and none beyond the slot’s number. */
  test('holds for any mixture of booking, moving and cancelling', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(
          fc.record({
            act: fc.constantFrom(
              'book' as const,
              'book' as const,
              'cancel' as const,
              'move' as const,
            ),
            from: fc.constantFrom('09:00', '09:30'),
            at: fc.nat({ max: 5 }),
          }),
          { minLength: 8, maxLength: 24 },
        ),
        async (places, acts) => {
          const { id } = await bench.group({ places });
          const people = Array.from({ length: 6 }, () => citizen());
          const run = ({ act, from, at }: (typeof acts)[number]) =>
            actAs(people[at], act, id, from);
          for (let done = 0; done < acts.length; done += 8)
            await Promise.all(acts.slice(done, done + 8).map(run));
          const rows = await takenPlaces(id);
          const seats = rows.map((row) => `${row.from_minute}/${row.place}`);
          expect(new Set(seats).size).toBe(seats.length);
          for (const row of rows) expect(row.place).toBeLessThanOrEqual(places);
        },
      ),
      { numRuns: 25, seed: 20261122 },
    );
  }, 60_000);

  test('is free again once somebody cancels', async () => {
    const { id } = await bench.group({ places: 1 });
    const first = citizen();
    const { body } = await book(id, '09:00', first);
    expect((await book(id)).problem).toBe('appointments/slot-full');
    const { version } = body;
    await bench.send(first, routes.cancelOwn, { params: { id: body.id }, body: { version } });
    expect((await book(id)).status).toBe(201);
  });

  test('slots follow opening hours, closed days, staffing and what was set by hand', async () => {
    const { id } = await bench.group({
      capacityBy: 'windows',
      windowIds: [...WINDOWS],
      places: 2,
    });
    const plan = async () =>
      (await bench.send(undefined, routes.listSlots, { params: { id } })).body.days;
    const days = await plan();
    expect(days.map(({ day }) => day)).toEqual([
      '2026-01-20',
      '2026-01-21',
      '2026-01-22',
      '2026-01-23',
      '2026-01-24',
      '2026-01-25',
      '2026-01-26',
      '2026-01-27',
    ]);
    expect(days.find(({ day }) => day === '2026-01-22')).toMatchObject({
      slots: [],
      reason: { 'zh-CN': '演示闭厅' },
    });
    expect(days[0]?.slots[0]).toEqual({
      from: '09:00',
      to: '09:30',
      places: 4,
      left: 4,
      state: 'open',
    });
    expect(days[3]?.slots).toHaveLength(5);
    bench.staffed.delete([...bench.staffed][0] ?? '');
    expect((await plan())[0]?.slots[0]?.places).toBe(2);
    const set = { day: MONDAY, from: '09:00', places: 0, reasonZh: '培训', reasonEn: 'Training' };
    await bench.send(bench.manager, routes.setPlaces, { params: { id }, body: set });
    const monday = (await plan()).find(({ day }) => day === MONDAY);
    expect(monday?.slots[0]).toMatchObject({ places: 0, state: 'closed' });
    expect((await book(id)).problem).toBe('appointments/not-a-slot');
    const back = { ...set, places: null };
    await bench.send(bench.manager, routes.setPlaces, { params: { id }, body: back });
    expect((await book(id)).status).toBe(201);
  });
});
