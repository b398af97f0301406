import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { toCount, toMean, toShare } from './measure.ts';

describe('what a measure reads', () => {
  test('a share of nothing is blank, and nothing of something is nought', () => {
    expect(toShare(0, 0)).toEqual({ value: null, events: 0 });
    expect(toShare(0, 8)).toEqual({ value: '0.00', events: 8 });
    expect(toCount(0)).toEqual({ value: '0', events: 0 });
  });

  test('a share rounds half up at the second decimal', () => {
    expect(toShare(2, 3).value).toBe('66.67');
    expect(toShare(1, 8).value).toBe('12.50');
    expect(toShare(1, 20_000).value).toBe('0.01');
  });

  test('a mean of seconds keeps two decimals', () => {
    expect(toMean(1000, 3)).toEqual({ value: '333.33', events: 3 });
    expect(toMean(0, 0).value).toBeNull();
  });

  test('a share stays between nought and a hundred', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (part, more) => {
        const { value } = toShare(part, part + more);
        const shown = Number(value);
        expect(shown).toBeGreaterThanOrEqual(0);
        expect(shown).toBeLessThanOrEqual(100);
      }),
    );
  });
});
