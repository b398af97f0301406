import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  divideHalfUp,
  findRatio,
  formatPercent,
  parsePercent,
  splitByPercent,
  splitByWeight,
  takePercent,
} from './percent.ts';

const amounts = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const weightLists = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 6n }), { minLength: 1, maxLength: 12 })
  .filter((weights) => weights.some((weight) => weight > 0n));

describe('splitting by percent', () => {
  it('gives the instalments of a contract to the fen', () => {
    expect(splitByPercent(63_500_000n, [3000n, 4000n, 3000n])).toEqual([
      19_050_000n,
      25_400_000n,
      19_050_000n,
    ]);
    expect(splitByPercent(100n, [3333n, 3333n, 3334n])).toEqual([33n, 33n, 34n]);
  });

  it('gives equal remainders to the earlier part', () => {
    expect(splitByPercent(1n, [5000n, 5000n])).toEqual([1n, 0n]);
    expect(splitByWeight(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(splitByWeight(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n]);
  });

  it('refuses percentages that do not make a whole', () => {
    expect(() => splitByPercent(100n, [3000n, 3000n, 3000n])).toThrow('90.00%');
    expect(() => splitByPercent(100n, [])).toThrow(RangeError);
    expect(() => splitByPercent(100n, [12_000n, -2000n])).toThrow(RangeError);
    expect(() => splitByWeight(100n, [0n, 0n])).toThrow(RangeError);
  });

  it('always sums to the whole, and each part is within one fen of its share', () => {
    fc.assert(
      fc.property(amounts, weightLists, (total, weights) => {
        const parts = splitByWeight(total, weights);
        expect(parts.reduce((left, right) => left + right, 0n)).toBe(total);
        const sum = weights.reduce((left, right) => left + right, 0n);
        for (const [index, part] of parts.entries()) {
          const error = part * sum - total * (weights[index] ?? 0n);
          expect(error < sum && error > -sum).toBe(true);
        }
      }),
    );
  });
});

describe('a ratio', () => {
  it('is rounded half up at a hundredth of a percent', () => {
    expect(findRatio(1n, 3n)).toBe(3333n);
    expect(findRatio(2n, 3n)).toBe(6667n);
    expect(findRatio(12_345n, 1_000_000n)).toBe(123n);
    expect(findRatio(12_350n, 1_000_000n)).toBe(124n);
    expect(findRatio(-12_350n, 1_000_000n)).toBe(-124n);
    expect(findRatio(1n, 0n)).toBeUndefined();
    expect(takePercent(12_345n, 3000n)).toBe(3704n);
  });

  it('is read and printed', () => {
    expect(formatPercent(3333n)).toBe('33.33%');
    expect(formatPercent(-5n)).toBe('-0.05%');
    expect(['30', '30%', '33.3%', ' 33.33% ', '0.01'].map(parsePercent)).toEqual([
      3000n,
      3000n,
      3330n,
      3333n,
      1n,
    ]);
    expect(['', '%', '1.234', '-1', '1e2', '30％'].map(parsePercent)).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
  });

  it('is never further than half a step from the truth', () => {
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 1n, max: 10n ** 12n }), (dividend, divisor) => {
        const doubled = 2n * (divideHalfUp(dividend, divisor) * divisor - dividend);
        expect(doubled <= divisor && doubled >= -divisor).toBe(true);
        expect(divideHalfUp(-dividend, divisor)).toBe(-divideHalfUp(dividend, divisor));
      }),
    );
  });
});
