import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { randomInt, type FillRandom } from './random.ts';
import {
  CODE_ALPHABET,
  isCode,
  normaliseCode,
  randomCode,
  randomDigits,
  randomToken,
} from './token.ts';

const counting = (): FillRandom => {
  let next = 0;
  return (bytes) => {
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = next++ & 0xff;
  };
};

describe('a token', () => {
  it('is base64url of the asked strength', () => {
    expect(randomToken(16, counting())).toBe('AAECAwQFBgcICQoLDA0ODw');
    expect(randomToken()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(new Set(Array.from({ length: 1000 }, () => randomToken())).size).toBe(1000);
  });

  it('is refused when it would be guessable', () => {
    expect(() => randomToken(8)).toThrow(RangeError);
    expect(() => randomCode(3)).toThrow(RangeError);
    expect(() => randomDigits(65)).toThrow(RangeError);
  });
});

describe('a code for people', () => {
  it('has no characters that look alike', () => {
    expect(new Set(CODE_ALPHABET).size).toBe(25);
    for (const confusing of '0O1IL5SBZUV') expect(CODE_ALPHABET).not.toContain(confusing);
    expect(isCode(randomCode(10))).toBe(true);
    expect(randomDigits(6)).toMatch(/^\d{6}$/);
  });

  it('is recognised as people type it', () => {
    expect(normaliseCode(' k7-4m xq ')).toBe('K74MXQ');
    expect(normaliseCode('K7４ｍ')).toBe('K74M');
    expect(normaliseCode('bz')).toBe('82');
    expect(isCode('K7O')).toBe(false);
    expect(isCode('')).toBe(false);
  });
});

describe('a random number', () => {
  it('stays below its limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 }), (limit) => randomInt(limit) < limit),
    );
    expect(() => randomInt(0)).toThrow(RangeError);
    expect(() => randomInt(2 ** 32 + 1)).toThrow(RangeError);
  });

  it('does not favour small numbers: a draw beyond the last whole multiple is drawn again', () => {
    const draws = [0xffffffff, 0xfffffffe, 7];
    const fill: FillRandom = (bytes) => new DataView(bytes.buffer).setUint32(0, draws.shift() ?? 0);
    expect(randomInt(2 ** 31 + 1, fill)).toBe(7);
  });

  it('spreads evenly over a small range', () => {
    const counts = [0, 0, 0, 0, 0];
    for (let draw = 0; draw < 10_000; draw += 1) {
      const value = randomInt(5);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    // Six standard deviations: fails by chance once in hundreds of millions of runs.
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(240);
  });
});
