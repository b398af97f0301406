import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addressKey, formatAddress, parseAddress, toArabic, unitAddress } from './address.ts';

const CHINESE = '零一二三四五六七八九';

/** 205 as 二百零五, as people write room and building numbers. */
function toChinese(value: number): string {
  if (value < 10) return CHINESE.charAt(value);
  if (value < 20) return `十${value % 10 === 0 ? '' : CHINESE.charAt(value % 10)}`;
  if (value < 100)
    return `${CHINESE.charAt(Math.floor(value / 10))}十${value % 10 === 0 ? '' : CHINESE.charAt(value % 10)}`;
  const rest = value % 100;
  const tail = rest < 10 && rest > 0 ? `零${CHINESE.charAt(rest)}` : '';
  const tens = rest >= 10 ? `${rest < 20 ? '一' : ''}${toChinese(rest)}` : tail;
  return `${CHINESE.charAt(Math.floor(value / 100))}百${tens}`;
}

const toFullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const road = fc.constantFrom(
  '人民北路',
  '中山二路',
  '三新北路',
  '九亭大街',
  '荣乐东路',
  '沪松公路',
  '镇北路',
);
const small = fc.integer({ min: 1, max: 999 });
const room = fc.integer({ min: 101, max: 2999 }).map(String);

describe('a number in Chinese', () => {
  it('is read by place and digit by digit', () => {
    expect(toArabic('二百零五')).toBe(205);
    expect(toArabic('二〇五')).toBe(205);
    expect(toArabic('十二')).toBe(12);
    expect(toArabic('一千零一')).toBe(1001);
  });

  it('is the number that was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (value) => {
        expect(toArabic(toChinese(value))).toBe(value);
      }),
    );
  });
});

describe('an address', () => {
  it('is taken apart', () => {
    expect(parseAddress('上海市松江区中山街道中山二路１２弄３号楼第五层502室')).toMatchObject({
      road: '中山二路',
      lane: '12',
      block: '3',
      room: '502',
      floor: '',
    });
    expect(parseAddress('演示路300号地下一层05商铺')).toMatchObject({
      number: '300',
      floor: 'B1',
      room: '5',
    });
  });

  it('is the same whatever way it is written', () => {
    fc.assert(
      fc.property(road, small, small, room, (name, number, block, unit) => {
        const key = addressKey(`${name}${number}号${block}幢${unit}室`);
        const others = [
          `上海市松江区${name}${number}号${block}幢${unit}室`,
          `${name} ${number} 号 ${block} 栋 ${unit} 室`,
          toFullWidth(`${name}${number}号${block}座${unit}房`),
          `${name}${toChinese(number)}号${toChinese(block)}号楼${unit}室`,
          `松江区${name}${number}号${block}幢${unit}`,
          `${name}0${number}号${block}幢${unit}室（演示）`,
        ];
        for (const other of others) expect(addressKey(other)).toBe(key);
      }),
    );
  });

  it('written out again is still the same', () => {
    fc.assert(
      fc.property(road, small, small, room, (name, lane, number, unit) => {
        const text = `${name}${lane}弄${number}号${unit}室`;
        const written = formatAddress(parseAddress(text));
        expect(addressKey(written)).toBe(addressKey(text));
        expect(formatAddress(parseAddress(written))).toBe(written);
      }),
    );
  });

  it('differs when road, lane, number or room differ', () => {
    fc.assert(
      fc.property(fc.tuple(road, small, room), fc.tuple(road, small, room), (one, other) => {
        const of = ([name, number, unit]: [string, number, string]) =>
          addressKey(`${name}${number}号${unit}室`);
        fc.pre(one.join('/') !== other.join('/'));
        expect(of(one)).not.toBe(of(other));
      }),
    );
  });

  it('is read from any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(addressKey(text)).toMatch(/\|/u);
      }),
    );
  });

  it('of a unit is that of its building and its room', () => {
    expect(unitAddress('演示路1号2幢', '301')).toBe('演示路1号2幢301室');
    expect(unitAddress('演示路1号', '5号商铺')).toBe('演示路1号5号商铺');
  });
});
