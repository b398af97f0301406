import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { nextAttempt } from './backoff.ts';

const now = new Date('2026-01-20T02:00:00Z');
const secondsTo = (at: Date | undefined) => ((at?.getTime() ?? Number.NaN) - now.getTime()) / 1000;

describe('the pause before the next attempt', () => {
  it('doubles after each failure and never exceeds an hour', () => {
    const retry = { attempts: 20, backoffSeconds: 10 };
    const pauses = [1, 2, 3, 9, 10, 19].map((attempts) =>
      secondsTo(nextAttempt(retry, attempts, now, 0.5)),
    );
    expect(pauses).toEqual([10, 20, 40, 2560, 3600, 3600]);
  });

  it('is spread by a fifth either way', () => {
    const retry = { attempts: 3, backoffSeconds: 100 };
    expect(secondsTo(nextAttempt(retry, 1, now, 0))).toBeCloseTo(80);
    expect(secondsTo(nextAttempt(retry, 1, now, 1))).toBeCloseTo(120);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (attempts) => {
        const pause = secondsTo(nextAttempt({ attempts: 51, backoffSeconds: 1 }, attempts, now));
        expect(pause).toBeGreaterThan(0);
        expect(pause).toBeLessThanOrEqual(3600 * 1.2);
      }),
    );
  });

  it('ends after the last attempt', () => {
    expect(nextAttempt({ attempts: 3, backoffSeconds: 1 }, 3, now)).toBeUndefined();
    expect(nextAttempt({ attempts: 1, backoffSeconds: 1 }, 1, now)).toBeUndefined();
  });
});
