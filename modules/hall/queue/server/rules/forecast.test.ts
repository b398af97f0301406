import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { expectService, forecastWait, type Load, meanError, trimmedMean } from './forecast.ts';

const load = (more: Partial<Load> = {}): Load => ({
  ahead: 0,
  samples: [],
  usual: 10,
  elapsed: [],
  free: 0,
  part: 1,
  ...more,
});

describe('a forecast', () => {
  test('is no wait at a free window', () => {
    expect(forecastWait(load({ free: 1 }))).toBe(0);
  });

  test('counts what is left of the services that go on', () => {
    expect(forecastWait(load({ elapsed: [4, 9] }))).toBeCloseTo(3.5);
    expect(forecastWait(load({ elapsed: [4], ahead: 1 }))).toBeCloseTo(16);
  });

  test('shares the line among the windows', () => {
    expect(forecastWait(load({ ahead: 4, free: 2 }))).toBe(20);
    expect(forecastWait(load({ ahead: 4, free: 2, part: 0.5 }))).toBe(40);
  });

  test('learns from today, and does not believe one service', () => {
    expect(expectService({ samples: [], usual: 10 })).toBe(10);
    expect(expectService({ samples: [30], usual: 10 })).toBe(15);
    expect(expectService({ samples: Array.from({ length: 97 }, () => 5), usual: 10 })).toBeCloseTo(
      5.15,
    );
  });

  test('is not spoilt by a forgotten ticket', () => {
    const normal = Array.from({ length: 19 }, () => 6);
    expect(trimmedMean([...normal, 300])).toBe(6);
  });

  test('never shrinks when more people wait, and is never negative', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { maxLength: 20 }),
        fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { maxLength: 8 }),
        fc.nat(4),
        (ahead, samples, elapsed, free) => {
          const here = load({ ahead, samples, elapsed, free });
          const now = forecastWait(here);
          expect(now).toBeGreaterThanOrEqual(0);
          expect(forecastWait({ ...here, ahead: ahead + 1 })).toBeGreaterThanOrEqual(now);
        },
      ),
    );
  });

  test('shows its error only when there is enough to judge by', () => {
    expect(meanError([1, 2, 3, 4])).toBeNull();
    expect(meanError([1, -3, 2, -2, 2])).toBe(2);
  });
});
