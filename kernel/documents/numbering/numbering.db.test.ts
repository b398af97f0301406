import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { nobodyInParticular } from '#test/support/actors.ts';
import {
  OTHER_CENTRE,
  openTestDatabase,
  TEST_CENTRE,
  type TestDatabase,
} from '#test/support/database.ts';

import { fixedClock } from '../../clock/clock.ts';
import type { Series } from './series.ts';
import { takeNumber } from './take-number.ts';
import { listUnexplained, listVoidNumbers, voidNumber } from './void-number.ts';

const clock = fixedClock('2026-03-10T02:00:00Z');
const actor = nobodyInParticular();
const series = (name: string, more: Partial<Series> = {}): Series => ({
  centreId: TEST_CENTRE,
  series: name,
  year: 2026,
  ...more,
});
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('numbers of papers', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.drop());

  const take = (from: Series) => database.transaction((tx) => takeNumber(tx, from));

  test('fifty takers at once get 1 to 50, though every third gives up', async () => {
    const notice = series('test.notice');
    const taken = await Promise.allSettled(
      upTo(75).map((taker) =>
        database.transaction(async (tx) => {
          const serial = await takeNumber(tx, notice);
          if (taker % 3 === 0) throw new Error('the printer is out of paper');
          return serial;
        }),
      ),
    );
    const kept = taken.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(kept.toSorted((left, right) => left - right)).toEqual(upTo(50));
    expect(await listUnexplained(database.db, notice, kept)).toEqual([]);
  });

  test('begin anew with each series, year, day and centre', async () => {
    expect(await take(series('test.a'))).toBe(1);
    expect(await take(series('test.a'))).toBe(2);
    expect(await take(series('test.b'))).toBe(1);
    expect(await take(series('test.a', { year: 2027 }))).toBe(1);
    expect(await take(series('test.a', { day: '2026-03-10' }))).toBe(1);
    expect(await take(series('test.a', { day: '2026-03-10' }))).toBe(2);
    expect(await take(series('test.a', { day: '2026-03-11' }))).toBe(1);
    expect(await take(series('test.a', { centreId: OTHER_CENTRE }))).toBe(1);
  });

  test('two series taken in opposite orders end without a lost or doubled number', async () => {
    const left = series('test.left');
    const right = series('test.right');
    const firstTaken = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    const takeBoth = (taker: 0 | 1, first: Series, second: Series) =>
      database.transaction(async (tx) => {
        const serial = await takeNumber(tx, first);
        firstTaken[taker].resolve();
        await Promise.all(firstTaken.map(({ promise }) => promise));
        return [serial, await takeNumber(tx, second)].toSorted((one, other) => one - other);
      });
    const both = await Promise.all([takeBoth(0, left, right), takeBoth(1, right, left)]);
    expect(both.flat().toSorted((one, other) => one - other)).toEqual([1, 1, 2, 2]);
    expect([await take(left), await take(right)]).toEqual([3, 3]);
  });

  test('one that was taken and not used is explained once, and never given again', async () => {
    const spoilt = series('test.spoilt');
    for (const _ of upTo(3)) await take(spoilt);
    expect(await listUnexplained(database.db, spoilt, [1, 3])).toEqual([2]);
    const entry = { ...spoilt, serial: 2, shownAs: '〔2026〕2号', reason: '打印污损，重新制作' };
    await database.transaction((tx) => voidNumber(tx, clock, actor, entry));
    expect(await listUnexplained(database.db, spoilt, [1, 3])).toEqual([]);
    expect(await listVoidNumbers(database.db, spoilt)).toEqual([
      {
        serial: 2,
        shownAs: '〔2026〕2号',
        reason: '打印污损，重新制作',
        voidedByName: actor.name,
        voidedAt: clock.now(),
      },
    ]);
    await expect(database.transaction((tx) => voidNumber(tx, clock, actor, entry))).rejects.toThrow(
      'void already',
    );
    expect(await take(spoilt)).toBe(4);
    const { rows } = await database.pool.query(
      `SELECT body FROM kernel.audit_entry WHERE act = 'documents.number-voided'`,
    );
    expect(rows).toHaveLength(1);
  });

  test('one that nobody took cannot be explained away', async () => {
    const entry = { ...series('test.none'), serial: 1, shownAs: '1', reason: '没有' };
    await expect(database.transaction((tx) => voidNumber(tx, clock, actor, entry))).rejects.toThrow(
      'never taken',
    );
  });

  test.each([
    [series(' ')],
    [series('test.a', { year: 26 })],
    [series('test.a', { day: '2027-01-01' })],
    [series('test.a', { day: '2026-02-30' })],
  ])('%j is no series', async (wrong) => {
    await expect(take(wrong)).rejects.toThrow(RangeError);
  });
});
