import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays } from '#kernel/clock/day.ts';

import { covers, mayRepresentBy, stateOf } from './mandate-rules.ts';

const mandate = {
  valid_from: '2026-03-01',
  valid_to: '2026-03-31' as string | null,
  revoked_at: null as Date | null,
  is_for_all: false,
  department_codes: ['tax'],
};

describe('who may act for another', () => {
  test('from the first day to the last, both included', () => {
    const days = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'];
    expect(days.map((day) => covers(mandate, 'tax', day))).toEqual([false, true, true, false]);
    expect(days.map((day) => stateOf(mandate, day))).toEqual([
      'future',
      'current',
      'current',
      'ended',
    ]);
    expect(covers({ ...mandate, valid_to: null }, 'tax', '2099-12-31')).toBe(true);
  });

  test('only in the departments named, unless it is for everything', () => {
    expect(covers(mandate, 'construction', '2026-03-10')).toBe(false);
    expect(covers(mandate, undefined, '2026-03-10')).toBe(false);
    expect(covers({ ...mandate, is_for_all: true }, undefined, '2026-03-10')).toBe(true);
  });

  test('never once it was revoked', () => {
    const revoked = { ...mandate, is_for_all: true, revoked_at: new Date('2026-03-05T00:00:00Z') };
    expect(covers(revoked, 'tax', '2026-03-10')).toBe(false);
    expect(mayRepresentBy([revoked, mandate], 'tax', '2026-03-10')).toBe(true);
  });

  test('on exactly the days of its period, whatever the period', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: -450, max: 450 }),
        (length, offset) => {
          const from = '2026-03-01';
          const period = { ...mandate, valid_from: from, valid_to: addDays(from, length) };
          expect(covers(period, 'tax', addDays(from, offset))).toBe(
            offset >= 0 && offset <= length,
          );
        },
      ),
    );
  });
});
