import { describe, expect, it } from 'vitest';

import { fixedClock, systemClock } from './clock.ts';

describe('a fixed clock', () => {
  it('stands still until it is moved', () => {
    const clock = fixedClock('2026-02-13T17:30:00+08:00');
    expect(clock.now().toISOString()).toBe('2026-02-13T09:30:00.000Z');
    clock.advance(90_000);
    expect(clock.now().toISOString()).toBe('2026-02-13T09:31:30.000Z');
    clock.set('2026-02-14T00:00:00Z');
    expect(clock.now().toISOString()).toBe('2026-02-14T00:00:00.000Z');
  });

  it('hands out a new Date each time, so nobody can move it by accident', () => {
    const clock = fixedClock('2026-02-13T00:00:00Z');
    clock.now().setUTCFullYear(1999);
    expect(clock.now().getUTCFullYear()).toBe(2026);
  });

  it('refuses a time without an offset, which would depend on the machine', () => {
    expect(() => fixedClock('2026-02-13T17:30:00')).toThrow(RangeError);
    expect(() => fixedClock('2026-02-13')).toThrow(RangeError);
    expect(() => fixedClock('2026-13-01T00:00:00Z')).toThrow(RangeError);
    expect(() => fixedClock('2026-02-13T00:00:00Z').advance(Number.NaN)).toThrow(RangeError);
  });
});

describe('the system clock', () => {
  it('does not run backwards within one reading', () => {
    const first = systemClock.now().getTime();
    expect(systemClock.now().getTime()).toBeGreaterThanOrEqual(first);
  });
});
