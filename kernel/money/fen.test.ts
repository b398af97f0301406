import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatWan, formatYuan, MAX_FEN, parseTypedYuan, parseYuan, toYuanText } from './fen.ts';

const amounts = fc.bigInt({ min: -MAX_FEN, max: MAX_FEN });

describe('an amount in exchange form', () => {
  it('is yuan with two decimals', () => {
    expect(parseYuan('39311854.30')).toEqual({ ok: true, value: 3_931_185_430n });
    expect(parseYuan('0.00')).toEqual({ ok: true, value: 0n });
    expect(parseYuan('-0.05')).toEqual({ ok: true, value: -5n });
    expect(toYuanText(3_931_185_430n)).toBe('39311854.30');
    expect(toYuanText(-5n)).toBe('-0.05');
    expect(toYuanText(0n)).toBe('0.00');
  });

  it('is refused in any other form', () => {
    const others = [
      '39311854.3',
      '39311854',
      '39,311,854.30',
      '.30',
      '1.',
      '01.00',
      '-0.00',
      '+1.00',
      '1.005',
      '1e3',
      ' 1.00',
      '１.00',
      '--1.00',
      '0x1.00',
      'NaN',
    ];
    expect(others.filter((text) => parseYuan(text).ok)).toEqual([]);
    expect(parseYuan('')).toMatchObject({ ok: false, reason: 'empty' });
    expect(parseYuan('92233720368547758.08')).toMatchObject({ ok: false, reason: 'range' });
    expect(parseYuan('92233720368547758.07')).toEqual({ ok: true, value: MAX_FEN });
  });

  it('is the same amount when it is read again, to the fen', () => {
    fc.assert(
      fc.property(amounts, (fen) => {
        expect(parseYuan(toYuanText(fen))).toEqual({ ok: true, value: fen });
        expect(parseTypedYuan(formatYuan(fen))).toEqual({ ok: true, value: fen });
      }),
    );
  });
});

describe('an amount as people type it', () => {
  it('may have separators, a sign of currency and fewer decimals', () => {
    const typed = [
      '39,311,854.3',
      '¥39311854.30',
      '￥39,311,854.30元',
      ' 39311854.3 元',
      '３９３１１８５４．３',
    ];
    expect(typed.map((text) => parseTypedYuan(text))).toEqual(
      typed.map(() => ({ ok: true, value: 3_931_185_430n })),
    );
    expect(parseTypedYuan('-12')).toEqual({ ok: true, value: -1200n });
    expect(parseTypedYuan('007')).toEqual({ ok: true, value: 700n });
  });

  it('is refused when it could mean another amount', () => {
    const unclear = [
      '1,00',
      '1,0000.00',
      '12,34,567',
      '1.234',
      '1.2.3',
      '1万',
      '一百',
      '1,000,00.0',
      '-',
      '.',
    ];
    expect(unclear.filter((text) => parseTypedYuan(text).ok)).toEqual([]);
    expect(parseTypedYuan(' 元')).toMatchObject({ reason: 'empty' });
  });
});

describe('an amount for people', () => {
  it('has thousands', () => {
    expect(formatYuan(3_931_185_430n)).toBe('39,311,854.30');
    expect(formatYuan(-100_000n)).toBe('-1,000.00');
    expect(formatYuan(99_999n)).toBe('999.99');
    expect(formatYuan(7n)).toBe('0.07');
  });

  it('in 万元 is exact with two to six decimals, as the published budget prints it', () => {
    const printed: Array<[bigint, string]> = [
      [3_931_185_430n, '3931.18543'],
      [3_616_681_346n, '3616.681346'],
      [406_172_100n, '406.1721'],
      [320_000_000n, '320.00'],
      [18_588_000n, '18.588'],
      [78_000n, '0.078'],
      [1_200_000n, '1.20'],
      [0n, '0.00'],
      [1n, '0.000001'],
      [-120_401_984n, '-120.401984'],
    ];
    expect(printed.map(([fen]) => formatWan(fen))).toEqual(printed.map(([, text]) => text));
  });

  it('in 万元 loses nothing', () => {
    fc.assert(
      fc.property(amounts, (fen) => {
        const text = formatWan(fen);
        expect(text).toMatch(/^-?(?:0|[1-9]\d*)\.\d{2}(?:\d{0,3}[1-9])?$/);
        const [whole = '', decimals = ''] = text.split('.');
        expect(BigInt(whole + decimals.padEnd(6, '0'))).toBe(fen);
      }),
    );
  });
});
