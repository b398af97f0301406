import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatWallTime, fromSerial, fromWallTime, toSerial, toWallTime } from './wall-time.ts';

const ZONES = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Kathmandu', 'UTC', 'America/New_York'];
const instant = fc.date({
  min: new Date('1993-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('wall-clock time in a sheet', () => {
  it('is that of the zone, whatever was asked for before', () => {
    const at = new Date('2026-03-05T18:29:59.250Z');
    for (const _again of [1, 2]) {
      expect(formatWallTime(toWallTime(at, 'Asia/Shanghai'))).toBe('2026-03-06 02:29:59.250');
      expect(formatWallTime(toWallTime(at, 'Asia/Kathmandu'))).toBe('2026-03-06 00:14:59.250');
      expect(formatWallTime(toWallTime(at, 'UTC'))).toBe('2026-03-05 18:29:59.250');
    }
  });

  it('agrees with the calendar of the runtime in every zone', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (at, zone) => {
        const shown = at.toLocaleString('sv-SE', { timeZone: zone });
        expect(formatWallTime(toWallTime(at, zone)).slice(0, 19)).toBe(shown);
      }),
    );
  });

  it('survives the serial number of a spreadsheet to the millisecond', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const serial = toSerial(toWallTime(at, 'Asia/Shanghai'));
        const back = fromSerial(Number(String(serial)), false);
        expect(back && fromWallTime(back, 'Asia/Shanghai')).toEqual(at);
      }),
    );
  });

  it('has the serial numbers that every spreadsheet program knows', () => {
    expect(toSerial({ day: '1900-03-01', seconds: 0 })).toBe(61);
    expect(toSerial({ day: '2026-01-31', seconds: 43_200 })).toBe(46_053.5);
    expect(toSerial({ day: '1900-02-28', seconds: 0 })).toBeUndefined();
    expect(fromSerial(44_591, true)).toEqual({ day: '2026-01-31', seconds: 0 });
    for (const serial of [-1, 0, 60, 3_000_000, Number.NaN, Infinity]) {
      expect(fromSerial(serial, false)).toBeUndefined();
    }
  });

  it('is refused for an instant that is none', () => {
    expect(() => toWallTime(new Date(Number.NaN), 'UTC')).toThrow(RangeError);
  });
});
