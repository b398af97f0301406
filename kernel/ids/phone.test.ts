import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isMobile, isPhone, parsePhone } from './phone.ts';

describe('a mobile number', () => {
  it('is recognised however it is written', () => {
    for (const typed of [
      '13812341234',
      '138 1234 1234',
      '138-1234-1234',
      '+8613812341234',
      '+86 138 1234 1234',
      '0086-13812341234',
      '8613812341234',
      '１３８１２３４１２３４',
    ]) {
      expect(parsePhone(typed)).toEqual({
        ok: true,
        value: {
          kind: 'mobile',
          number: '13812341234',
          printed: '138 1234 1234',
          international: '+8613812341234',
          extension: undefined,
        },
      });
    }
    expect(isMobile('13812341234')).toBe(true);
    expect(isMobile('021-57831234')).toBe(false);
  });

  it('is refused with the reason', () => {
    expect(parsePhone('1381234123')).toMatchObject({ reason: 'mobile-length' });
    expect(parsePhone('138123412345')).toMatchObject({ reason: 'mobile-length' });
    expect(parsePhone('12012341234')).toMatchObject({ reason: 'mobile-prefix' });
    expect(parsePhone('138abcd1234')).toMatchObject({ reason: 'character' });
    expect(parsePhone('')).toMatchObject({ reason: 'empty' });
  });
});

describe('a landline', () => {
  it('is recognised with its area code', () => {
    expect(parsePhone('021-57831234')).toEqual({
      ok: true,
      value: {
        kind: 'landline',
        number: '02157831234',
        printed: '021-5783 1234',
        international: '+862157831234',
        extension: undefined,
      },
    });
    expect(parsePhone('(021) 5783 1234')).toMatchObject({ value: { number: '02157831234' } });
    expect(parsePhone('+86 21 57831234')).toMatchObject({ ok: false });
    expect(parsePhone('0573-82521234')).toMatchObject({ value: { printed: '0573-8252 1234' } });
    expect(parsePhone('0891-6321234')).toMatchObject({ value: { printed: '0891-632 1234' } });
  });

  it('keeps its extension apart', () => {
    for (const typed of [
      '021-57831234-802',
      '02157831234转802',
      '021-57831234 分机 802',
      '021-57831234#802',
    ]) {
      expect(parsePhone(typed)).toMatchObject({
        value: { number: '02157831234', extension: '802' },
      });
    }
  });

  it('gets the area code of the place when it has none', () => {
    expect(parsePhone('57831234')).toMatchObject({ ok: false, reason: 'area-code-missing' });
    expect(parsePhone('5783-1234', { areaCode: '021' })).toMatchObject({
      value: { number: '02157831234' },
    });
  });

  it('is refused with the reason', () => {
    expect(parsePhone('021-5783123')).toMatchObject({ reason: 'landline' });
    expect(parsePhone('026-57831234')).toMatchObject({ reason: 'landline' });
    expect(parsePhone('021-17831234')).toMatchObject({ reason: 'landline' });
    expect(parsePhone('12345')).toMatchObject({ reason: 'unknown' });
  });
});

describe('any number', () => {
  it('of a hotline is recognised and has no international form', () => {
    expect(parsePhone('400-820-8820')).toMatchObject({
      value: { kind: 'service', printed: '400-820-8820', international: undefined },
    });
  });

  it('stays the same when its normalised or printed form is read again', () => {
    const mobiles = fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String);
    const landlines = fc
      .tuple(
        fc.constantFrom('010', '021', '0573', '0755'),
        fc.integer({ min: 20_000_000, max: 99_999_999 }),
      )
      .map(([area, local]) => `${area}${local}`);
    fc.assert(
      fc.property(fc.oneof(mobiles, landlines), (number) => {
        const parsed = parsePhone(number);
        expect(parsed).toMatchObject({ ok: true, value: { number } });
        expect(parsePhone(parsed.ok ? parsed.value.printed : '')).toEqual(parsed);
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(isPhone(text)).toBeTypeOf('boolean');
      }),
    );
  });
});
