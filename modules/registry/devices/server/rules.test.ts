import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { failedParts, type HealthFacts, healthOf, SILENT_AFTER_MS } from './rules.ts';

const now = new Date('2026-01-20T02:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const fit: HealthFacts = {
  status: 'in-service',
  isEnrolled: true,
  lastSeenAt: ago(1000),
  isLocked: false,
  openFaults: 0,
};

describe('the health of a device', () => {
  test('is online while heartbeats come, and silent when three are lost', () => {
    expect(healthOf(fit, now)).toBe('online');
    expect(healthOf({ ...fit, lastSeenAt: ago(SILENT_AFTER_MS) }, now)).toBe('online');
    expect(healthOf({ ...fit, lastSeenAt: ago(SILENT_AFTER_MS + 1) }, now)).toBe('silent');
    expect(healthOf({ ...fit, lastSeenAt: null }, now)).toBe('silent');
  });

  test('shows a fault before silence or a lock, because somebody must come', () => {
    expect(healthOf({ ...fit, openFaults: 1, isLocked: true, lastSeenAt: null }, now)).toBe(
      'faulty',
    );
    expect(healthOf({ ...fit, isLocked: true }, now)).toBe('locked');
  });

  test('does not alarm for a device that is not in service, whatever it says', () => {
    const facts = fc.record({
      status: fc.constantFrom('spare' as const, 'repair' as const, 'retired' as const),
      isEnrolled: fc.boolean(),
      lastSeenAt: fc.option(fc.date({ noInvalidDate: true })),
      isLocked: fc.boolean(),
      openFaults: fc.nat(5),
    });
    expect(() =>
      fc.assert(fc.property(facts, (given) => healthOf(given, now) === 'out-of-service')),
    ).not.toThrow();
  });

  test('names the parts of a self-test that failed', () => {
    expect(
      failedParts([
        { part: 'printer', passed: false, note: '缺纸' },
        { part: 'display', passed: true, note: '' },
      ]),
    ).toEqual(['printer']);
  });
});
