import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { publishedYears } from '#kernel/calendar/holidays/published.ts';
import { createWorkingCalendar } from '#kernel/calendar/working-days.ts';

import { forecastExhaustion } from './forecast.ts';
import { findReachedOn, splitPrice, toPercent, type Trigger } from './instalments.ts';
import { askedReserve, checkItems, type PlannedItem, type YearRules } from './rules.ts';

const calendar = createWorkingCalendar(publishedYears);

const RULES: YearRules = {
  year: 2024,
  threshold: { goods: '1000000.00', works: '1000000.00', services: '1000000.00' },
  openTender: { goods: '4000000.00', works: '4000000.00', services: '4000000.00' },
  reserveWholeUpTo: { goods: '2000000.00', works: '4000000.00', services: '2000000.00' },
  reserveShare: '30',
  smallMicroShare: '60',
  paymentDays: 30,
  paymentDaysAtMost: 60,
  publicationDays: 2,
  source: '演示',
};

const anItem = (more: Partial<PlannedItem>): PlannedItem => ({
  id: 'item',
  name: '演示',
  category: 'services',
  catalogueCode: 'C16',
  amountFen: 50_000_000n,
  method: 'competitive-consultation',
  smeFen: 50_000_000n,
  smallMicroFen: 0n,
  ...more,
});

describe('instalments', () => {
  test('AC15: 30/40/30 of 271,100.00 are 81,330.00, 108,440.00 and 81,330.00', () => {
    const split = splitPrice(27_110_000n, ['30', '40', '30'].map(toPercent));
    expect(split).toEqual({ ok: true, amounts: [8_133_000n, 10_844_000n, 8_133_000n] });
  });

  test('AC15: 30/40/31 is refused with what it adds up to', () => {
    expect(splitPrice(27_110_000n, ['30', '40', '31'].map(toPercent))).toEqual({
      ok: false,
      sum: 10_100n,
    });
  });

  test('AC15: the instalments of any price sum to it, 30/30/40 of 100.01 too', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 13n }),
        fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 10 }),
        (price, cuts) => {
          const percents: bigint[] = [];
          let left = 10_000n;
          for (const cut of cuts) {
            const part = BigInt(cut) < left ? BigInt(cut) : left;
            percents.push(part);
            left -= part;
          }
          percents.push(left);
          const split = splitPrice(price, percents);
          expect(split.ok && split.amounts.reduce((sum, one) => sum + one, 0n)).toBe(price);
        },
      ),
    );
    const odd = splitPrice(10_001n, ['30', '30', '40'].map(toPercent));
    expect(odd.ok && odd.amounts.reduce((sum, one) => sum + one, 0n)).toBe(10_001n);
  });

  test('an instalment waits for a dated event, not for prose', () => {
    const days = {
      signedOn: '2024-01-08',
      servesFrom: '2024-01-31',
      servesUntil: '2024-12-31',
      events: {},
    };
    const on = (trigger: Trigger, events = {}) =>
      findReachedOn(trigger, { ...days, events }, calendar);
    expect(on({ on: 'signed' })).toBe('2024-01-08');
    expect(on({ on: 'months-served', months: 9 })).toBe('2024-10-31');
    expect(on({ on: 'months-served', months: 1 })).toBe('2024-02-29');
    expect(on({ on: 'mid-term' })).toBeUndefined();
    expect(on({ on: 'mid-term' }, { 'mid-term': '2024-07-01' })).toBe('2024-07-01');
    // Accepted in December, but service lasts to the end of the year.
    expect(on({ on: 'served-and-accepted' }, { accepted: '2024-12-20' })).toBe('2024-12-31');
    expect(on({ on: 'served-and-accepted' }, { accepted: '2025-01-10' })).toBe('2025-01-10');
  });
});

describe('procurement', () => {
  test('one kind of item in parts below the threshold that reach it together is a splitting', () => {
    const parts = [
      anItem({ id: 'a' }),
      anItem({ id: 'b', amountFen: 60_000_000n, smeFen: 60_000_000n }),
    ];
    expect(checkItems(parts, RULES)).toEqual([
      { kind: 'splitting', itemIds: ['a', 'b'], found: '1100000.00', asked: '1000000.00' },
    ]);
    const apart = [anItem({ id: 'a' }), anItem({ id: 'b', catalogueCode: 'C17' })];
    expect(checkItems(apart, RULES)).toEqual([]);
  });

  test('four million and more is tendered openly, one fen below is not', () => {
    const big = { amountFen: 400_000_000n, smeFen: 120_000_000n, smallMicroFen: 72_000_000n };
    const kinds = (item: Partial<PlannedItem>) =>
      checkItems([anItem(item)], RULES).map((finding) => finding.kind);
    expect(kinds(big)).toEqual(['open-tender-needed']);
    expect(kinds({ ...big, method: 'open-tender' })).toEqual([]);
    expect(kinds({ ...big, amountFen: 399_999_999n })).toEqual([]);
  });

  test('up to two million everything is set aside, above it 30 percent and 60 of that for the small', () => {
    const reserve = (amountFen: bigint) => askedReserve({ category: 'services', amountFen }, RULES);
    expect(reserve(200_000_000n)).toEqual({ smeFen: 200_000_000n, smallMicroFen: 0n });
    expect(reserve(406_172_100n)).toEqual({ smeFen: 121_851_630n, smallMicroFen: 73_110_978n });
    const [finding] = checkItems([anItem({ smeFen: 49_999_999n })], RULES);
    expect(finding).toMatchObject({
      kind: 'reserve-too-small',
      found: '499999.99',
      asked: '500000.00',
    });
  });
});

describe('the forecast of a meter', () => {
  test('at a hundred a day, a thousand that are left last ten days', () => {
    const counts = Array.from({ length: 30 }, (_, at) => ({
      day: `2024-06-${String(at + 1).padStart(2, '0')}`,
      quantity: 100,
    }));
    expect(forecastExhaustion(counts, 1000n, '2024-06-30')).toEqual({
      paceMilli: 100_000n,
      exhaustedOn: '2024-07-11',
    });
    expect(forecastExhaustion(counts, 0n, '2024-06-30').exhaustedOn).toBe('2024-06-30');
  });

  test('what is not used is never exhausted', () => {
    expect(forecastExhaustion([], 10n, '2024-06-30').exhaustedOn).toBeNull();
  });
});
