import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Attempts, decideAttempt, lockSeconds } from './lockout.ts';

const rules = { lockAfterFailures: 5, firstLockSeconds: 60, longestLockMinutes: 30 };
const now = new Date('2026-01-20T02:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

function failTimes(times: number): Attempts {
  let state: Attempts | undefined;
  let at = now;
  for (let n = 0; n < times; n += 1) {
    const decision = decideAttempt(state, at, rules);
    if (!decision.isAllowed) throw new Error('refused too early');
    state = decision.next;
    at = state.lockedUntil ?? at;
  }
  if (state === undefined) throw new Error('no attempt');
  return state;
}

describe('failed attempts', () => {
  it('let four mistakes pass and lock for a minute at the fifth', () => {
    expect(failTimes(4).lockedUntil).toBeNull();
    const fifth = failTimes(5);
    expect(fifth.lockedUntil).toEqual(later(60));
    expect(decideAttempt(fifth, later(59), rules)).toEqual({ isAllowed: false, secondsLeft: 1 });
    expect(decideAttempt(fifth, later(60), rules).isAllowed).toBe(true);
  });

  it('lock twice as long each time, up to the longest', () => {
    expect([5, 6, 7, 8, 9, 10, 11, 200].map((failures) => lockSeconds(failures, rules))).toEqual([
      60, 120, 240, 480, 960, 1800, 1800, 1800,
    ]);
  });

  it('are forgotten after a day', () => {
    const old = { failures: 9, lockedUntil: null, lastAttemptAt: now };
    const decision = decideAttempt(old, later(86_401), rules);
    expect(decision.isAllowed && decision.next.failures).toBe(1);
  });

  it('never lock for less after more failures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (failures) => {
        expect(lockSeconds(failures + 1, rules)).toBeGreaterThanOrEqual(
          lockSeconds(failures, rules),
        );
        expect(lockSeconds(failures, rules)).toBeLessThanOrEqual(1800);
      }),
    );
  });
});
