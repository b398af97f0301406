import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { DEFAULT_SETTINGS } from '../contract.ts';
import {
  bannedUntil,
  cutSlots,
  daysAhead,
  mayCheckIn,
  mayStillBook,
  placesByRule,
  toMinute,
  toTime,
} from './rules.ts';

const minutes = fc.integer({ min: 0, max: 1439 });

describe('the slots of a day', () => {
  test('are cut from each opening, and none runs past closing', () => {
    const slots = cutSlots(
      [
        { from: '09:00', to: '11:30' },
        { from: '13:30', to: '17:00' },
      ],
      60,
    );
    expect(slots.map(({ from }) => toTime(from))).toEqual([
      '09:00',
      '10:00',
      '13:30',
      '14:30',
      '15:30',
    ]);
  });

  test('never overlap, never leave the opening, and are all of one length', () => {
    fc.assert(
      fc.property(minutes, minutes, fc.integer({ min: 5, max: 240 }), (one, other, length) => {
        const [opens, closes] = [Math.min(one, other), Math.max(one, other)];
        const slots = cutSlots([{ from: toTime(opens), to: toTime(closes) }], length);
        for (const [at, slot] of slots.entries()) {
          expect(slot.to - slot.from).toBe(length);
          expect(slot.from).toBeGreaterThanOrEqual(opens);
          expect(slot.to).toBeLessThanOrEqual(closes);
          if (at > 0) expect(slot.from).toBe(slots[at - 1]?.to);
        }
        expect(slots).toHaveLength(Math.floor((closes - opens) / length));
      }),
    );
  });

  test('a time written and read again is the same', () => {
    const same = fc.property(minutes, (minute) => toMinute(toTime(minute)) === minute);
    expect(() => fc.assert(same)).not.toThrow();
  });
});

describe('places by rule', () => {
  test('follow the windows that are staffed, less the share for walk-ins', () => {
    const rule = { by: 'windows', places: 3, walkInPercent: 40 } as const;
    expect(placesByRule(rule, 4)).toBe(7);
    expect(placesByRule(rule, 0)).toBe(0);
    expect(placesByRule({ ...rule, by: 'fixed' }, 0)).toBe(1);
  });
});

describe('days that can be booked', () => {
  test('are counted by opening days, today included', () => {
    const closed = new Set(['2026-01-24', '2026-01-25']);
    const days = daysAhead('2026-01-22', 3, (day) => !closed.has(day));
    expect(days).toEqual(['2026-01-22', '2026-01-23', '2026-01-24', '2026-01-25', '2026-01-26']);
  });

  test('end when the place never opens', () => {
    expect(daysAhead('2026-01-22', 3, () => false, 10)).toHaveLength(10);
  });
});

describe('check-in', () => {
  const startsAt = new Date('2026-01-20T02:00:00Z');
  const booking = { state: 'booked', day: '2026-01-20', startsAt } as const;
  const at = (time: string) =>
    mayCheckIn(booking, DEFAULT_SETTINGS, new Date(`2026-01-20T${time}:00Z`), '2026-01-20');

  test('opens half an hour before the slot and ends half an hour after its start', () => {
    expect(at('01:29')).toBe('early');
    expect(at('01:30')).toBe('allowed');
    expect(at('02:30')).toBe('allowed');
    expect(at('02:31')).toBe('over');
  });

  test('is for the day of the appointment, and gives the ticket again', () => {
    expect(mayCheckIn(booking, DEFAULT_SETTINGS, startsAt, '2026-01-19')).toBe('other-day');
    const arrived = { ...booking, state: 'arrived' } as const;
    expect(mayCheckIn(arrived, DEFAULT_SETTINGS, startsAt, '2026-01-20')).toBe('already');
    const cancelled = { ...booking, state: 'cancelled' } as const;
    expect(mayCheckIn(cancelled, DEFAULT_SETTINGS, startsAt, '2026-01-20')).toBe('state');
  });
});

test('booking closes ten minutes before the slot', () => {
  const startsAt = new Date('2026-01-20T02:00:00Z');
  expect(mayStillBook(startsAt, new Date('2026-01-20T01:50:00Z'), DEFAULT_SETTINGS)).toBe(true);
  expect(mayStillBook(startsAt, new Date('2026-01-20T01:50:01Z'), DEFAULT_SETTINGS)).toBe(false);
});

describe('missed appointments', () => {
  test('close booking from the third within ninety days, for thirty days', () => {
    const days = ['2026-01-05', '2026-02-10', '2026-03-20'];
    expect(bannedUntil(days, '2026-03-21', DEFAULT_SETTINGS)).toBe('2026-04-19');
    expect(bannedUntil(days, '2026-04-18', DEFAULT_SETTINGS)).toBe('2026-04-19');
    expect(bannedUntil(days, '2026-04-19', DEFAULT_SETTINGS)).toBeUndefined();
    expect(bannedUntil(days.slice(1), '2026-03-21', DEFAULT_SETTINGS)).toBeUndefined();
  });

  test('long ago do not count', () => {
    const days = ['2025-10-01', '2025-11-01', '2026-03-20'];
    expect(bannedUntil(days, '2026-03-21', DEFAULT_SETTINGS)).toBeUndefined();
  });

  test('close nothing where the centre does not want it', () => {
    const days = ['2026-03-18', '2026-03-19', '2026-03-20'];
    const settings = { ...DEFAULT_SETTINGS, missedLimit: 0 };
    expect(bannedUntil(days, '2026-03-21', settings)).toBeUndefined();
  });
});
