import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatNumber, listPlaces, NumberPattern } from './format-number.ts';

describe('a number on a paper', () => {
  it('is written as the register of papers has it', () => {
    expect(formatNumber('松行审受〔{year}〕{serial}号', { year: 2026, serial: 12 })).toBe(
      '松行审受〔2026〕12号',
    );
    expect(
      formatNumber('{code}{date}{serial:4}', {
        year: 2026,
        serial: 7,
        day: '2026-03-10',
        more: { code: '1131011700000000003110000000000' },
      }),
    ).toBe('1131011700000000003110000000000202603100007');
    expect(
      formatNumber('{yy}{month}{day}-{serial:3}', { year: 2026, serial: 41, day: '2026-03-10' }),
    ).toBe('260310-041');
  });

  it('grows beyond its zeros, so that none is refused', () => {
    expect(formatNumber('{serial:4}', { year: 2026, serial: 12_345 })).toBe('12345');
  });

  it('is refused when a part is missing', () => {
    expect(() => formatNumber('{date}{serial}', { year: 2026, serial: 1 })).toThrow('the day');
    expect(() => formatNumber('{code}{serial}', { year: 2026, serial: 1 })).toThrow('"code"');
    expect(() => formatNumber('{serial}', { year: 2026, serial: 0 })).toThrow(RangeError);
  });

  it('differs for every serial', () => {
    const serial = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(serial, serial, fc.integer({ min: 1, max: 9 }), (one, other, width) => {
        const write = (value: number) =>
          formatNumber(`〔{year}〕{serial:${width}}号`, { year: 2026, serial: value });
        expect(write(one) === write(other)).toBe(one === other);
      }),
    );
  });
});

describe('a pattern', () => {
  it.each(['', '〔{year}〕号', '{serial', '{serial}}', '{serial}{}', '{serial:44}'])(
    'of %j is refused',
    (pattern) => {
      expect(NumberPattern.safeParse(pattern).success).toBe(false);
    },
  );

  it('names its places', () => {
    expect(listPlaces(NumberPattern.parse('{code}-{year}-{serial:4}-{year}'))).toEqual([
      'code',
      'year',
      'serial',
    ]);
  });
});
