import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '../../contract.ts';
import { type Counted, gradeOf, isHeavier, sumMonth } from './month.ts';

const score = (targetId: string, item: string, points: number): Counted => ({
  targetId,
  item,
  points,
});
const anyScore = fc
  .record({
    targetId: fc.constantFrom('a', 'b', 'c'),
    index: fc.nat(DEFAULT_SETTINGS.items.length - 1),
  })
  .map(({ targetId, index }) => {
    const item = DEFAULT_SETTINGS.items[index];
    return score(targetId, item?.code ?? '', item?.points ?? 0);
  });

describe('the table of a month', () => {
  it('begins with the base, loses by faults and wins by what was beyond duty', () => {
    const [first, second] = sumMonth(
      [score('a', 'dress', -1), score('a', 'praise', 3), score('b', 'complaint', -5)],
      DEFAULT_SETTINGS,
    );
    expect(first).toMatchObject({ targetId: 'a', total: 102, minus: -1, bonus: 3, rank: 1 });
    expect(second).toMatchObject({ targetId: 'b', total: 95, rank: 2 });
  });

  it('takes no more by one item than its cap, and gives no more bonus than its limit', () => {
    const many = Array.from({ length: 9 }, () => score('a', 'complaint', -5));
    expect(sumMonth(many, DEFAULT_SETTINGS)[0]?.total).toBe(80);
    const praised = Array.from({ length: 9 }, () => score('a', 'praise', 3));
    expect(sumMonth(praised, DEFAULT_SETTINGS)[0]?.bonus).toBe(10);
  });

  it('gives equal totals one rank, and the rank back when a score is cancelled', () => {
    const both = [score('a', 'dress', -1), score('b', 'dress', -1)];
    expect(sumMonth(both, DEFAULT_SETTINGS).map(({ rank }) => rank)).toEqual([1, 1]);
    const worse = [...both, score('b', 'complaint', -5)];
    const rankOfB = (scores: readonly Counted[]) =>
      sumMonth(scores, DEFAULT_SETTINGS).find(({ targetId }) => targetId === 'b')?.rank;
    expect(rankOfB(worse)).toBe(2);
    expect(rankOfB(both)).toBe(1);
  });

  it('is never below nothing nor above base and bonus, and does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(anyScore, { maxLength: 60 }), (scores) => {
        const sums = sumMonth(scores, DEFAULT_SETTINGS);
        for (const { total } of sums) {
          expect(total).toBeGreaterThanOrEqual(0);
          expect(total).toBeLessThanOrEqual(DEFAULT_SETTINGS.base + DEFAULT_SETTINGS.bonusMost);
        }
        expect(sumMonth(scores.toReversed(), DEFAULT_SETTINGS)).toEqual(sums);
      }),
    );
  });

  it('names the grade by its borders', () => {
    expect([80, 79.5, 60, 59.5].map((total) => gradeOf(total, DEFAULT_SETTINGS))).toEqual([
      'pass',
      'nearly',
      'nearly',
      'fail',
    ]);
  });

  it('counts the heavier of two items for one fact', () => {
    expect(isHeavier({ points: -5 }, { points: -2 })).toBe(true);
    expect(isHeavier({ points: -2 }, { points: -5 })).toBe(false);
    expect(isHeavier({ points: -5 }, { points: -5 })).toBe(false);
  });
});
