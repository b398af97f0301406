import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays, daysBetween, daysInMonth, isDay, toDay, toDayNumber, weekdayOf } from './day.ts';

const dayNumbers = fc.integer({
  min: toDayNumber('0001-01-01') + 400,
  max: toDayNumber('9999-12-31') - 400,
});

describe('a calendar day', () => {
  it('exists or is refused', () => {
    expect(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'].filter(isDay)).toHaveLength(4);
    expect(
      [
        '2026-02-29',
        '1900-02-29',
        '2026-2-1',
        '2026-00-10',
        '2026-13-01',
        '2026-04-31',
        '0000-01-01',
        '2026-01-01T00:00',
        '',
      ].filter(isDay),
    ).toEqual([]);
    expect(() => addDays('2026-02-29', 1)).toThrow(RangeError);
    expect(() => addDays('2026-02-28', 0.5)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => daysInMonth(2026, 13)).toThrow(RangeError);
  });

  it('knows its weekday', () => {
    expect(weekdayOf('1970-01-01')).toBe(4);
    expect(weekdayOf('2026-02-14')).toBe(6);
    expect(weekdayOf('2026-01-04')).toBe(0);
    expect(weekdayOf('1949-10-01')).toBe(6);
  });

  it('is found again from its number, and the next day is one more', () => {
    fc.assert(
      fc.property(dayNumbers, fc.integer({ min: -300, max: 300 }), (number, shift) => {
        const day = toDay(number);
        expect(isDay(day)).toBe(true);
        expect(toDayNumber(day)).toBe(number);
        expect(daysBetween(day, addDays(day, shift))).toBe(shift);
        expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
        expect(addDays(day, 1) > day).toBe(true);
      }),
    );
  });
});
