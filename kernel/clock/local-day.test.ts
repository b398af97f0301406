import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from './day.ts';
import {
  atLocalMinute,
  endOfLocalDay,
  isZone,
  localDay,
  localMinuteOfDay,
  startOfLocalDay,
} from './local-day.ts';

const zones = [
  'Asia/Shanghai',
  'America/New_York',
  'Asia/Urumqi',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'UTC',
];

describe('the business day in Shanghai', () => {
  it('turns at local midnight and not at five in the afternoon', () => {
    expect(localDay(new Date('2026-02-13T15:59:59.999Z'))).toBe('2026-02-13');
    expect(localDay(new Date('2026-02-13T16:00:00.000Z'))).toBe('2026-02-14');
    expect(localMinuteOfDay(new Date('2026-02-13T09:30:59Z'))).toBe(17 * 60 + 30);
    expect(localMinuteOfDay(new Date('2026-02-13T16:00:00Z'))).toBe(0);
  });

  it('begins at 00:00 and ends with the last millisecond', () => {
    expect(startOfLocalDay('2026-02-14').toISOString()).toBe('2026-02-13T16:00:00.000Z');
    expect(endOfLocalDay('2026-02-14').toISOString()).toBe('2026-02-14T15:59:59.999Z');
    expect(atLocalMinute('2026-02-14', 9 * 60).toISOString()).toBe('2026-02-14T01:00:00.000Z');
    expect(atLocalMinute('2026-02-14', 1440).toISOString()).toBe('2026-02-14T16:00:00.000Z');
  });

  it('remembers the summer time of 1986 to 1991 and the local time before 1901', () => {
    expect(localDay(new Date('1988-07-01T15:30:00Z'))).toBe('1988-07-02');
    expect(startOfLocalDay('1988-07-01').toISOString()).toBe('1988-06-30T15:00:00.000Z');
    expect(startOfLocalDay('1900-06-01').toISOString()).toBe('1900-05-31T15:54:17.000Z');
  });
});

describe('other zones', () => {
  it('follow their own changes of the clock', () => {
    expect(startOfLocalDay('2018-11-04', 'America/Sao_Paulo').toISOString()).toBe(
      '2018-11-04T03:00:00.000Z',
    );
    expect(
      localMinuteOfDay(startOfLocalDay('2018-11-04', 'America/Sao_Paulo'), 'America/Sao_Paulo'),
    ).toBe(60);
    expect(endOfLocalDay('2026-03-08', 'America/New_York').toISOString()).toBe(
      '2026-03-09T03:59:59.999Z',
    );
    expect(atLocalMinute('2026-03-08', 9 * 60, 'America/New_York').toISOString()).toBe(
      '2026-03-08T13:00:00.000Z',
    );
  });

  it('refuse an unknown name and an invalid instant', () => {
    expect(isZone('Asia/Shanghai')).toBe(true);
    expect(isZone('Asia/Nowhere')).toBe(false);
    expect(() => localDay(new Date('2026-01-01T00:00:00Z'), 'Asia/Nowhere')).toThrow(RangeError);
    expect(() => localDay(new Date(Number.NaN))).toThrow(RangeError);
    expect(() => atLocalMinute('2026-01-01', 1441)).toThrow(RangeError);
  });

  it('give every instant of a day to exactly that day', () => {
    const instants = fc.date({
      min: new Date('1970-01-01T00:00:00Z'),
      max: new Date('2060-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        const day = localDay(instant, zone);
        const start = startOfLocalDay(day, zone);
        expect(start.getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(endOfLocalDay(day, zone).getTime()).toBeGreaterThanOrEqual(instant.getTime());
        expect(localDay(start, zone)).toBe(day);
        expect(endOfLocalDay(addDays(day, -1), zone).getTime()).toBe(start.getTime() - 1);
      }),
    );
  });
});
