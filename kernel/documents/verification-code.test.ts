import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  findVerificationCode,
  formatVerificationCode,
  makeVerificationCode,
  VerificationCode,
  verificationUrl,
} from './verification-code.ts';

const code = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(makeVerificationCode);
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

describe('a verification code', () => {
  it('is twelve characters that are not misread on paper', () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(made).toMatch(/^[2-9A-HJKMNP-Z]{12}$/);
        expect(findVerificationCode(made)).toBe(made);
      }),
    );
  });

  it('stays the same for the same bytes', () => {
    expect(makeVerificationCode(new Uint8Array(16))).toBe('222222222222');
    const bytes = Uint8Array.from({ length: 16 }, (_, index) => index * 17);
    expect(makeVerificationCode(bytes)).toBe(makeVerificationCode(bytes));
  });

  it('is accepted as people type it', () => {
    fc.assert(
      fc.property(code, (made) => {
        const fullWidth = Array.from(made, (one) =>
          String.fromCharCode(one.charCodeAt(0) + 0xfee0),
        );
        expect(findVerificationCode(` ${formatVerificationCode(made).toLowerCase()} `)).toBe(made);
        expect(findVerificationCode(fullWidth.join('　'))).toBe(made);
        expect(VerificationCode.parse(formatVerificationCode(made))).toBe(made);
      }),
    );
  });

  it('is refused with any one wrong character', () => {
    fc.assert(
      fc.property(
        code,
        fc.nat(11),
        fc.constantFrom(...ALPHABET.split('')),
        (made, place, other) => {
          fc.pre(made[place] !== other);
          const wrong = made.slice(0, place) + other + made.slice(place + 1);
          expect(findVerificationCode(wrong)).toBeUndefined();
        },
      ),
    );
  });

  it('is refused with any two characters exchanged', () => {
    fc.assert(
      fc.property(code, fc.nat(11), fc.nat(11), (made, first, second) => {
        fc.pre(made[first] !== made[second]);
        const parts = made.split('');
        [parts[first], parts[second]] = [parts[second] ?? '', parts[first] ?? ''];
        expect(findVerificationCode(parts.join(''))).toBeUndefined();
      }),
    );
  });

  it('is not found in anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(text.length !== 12);
        expect(VerificationCode.safeParse(text).success).toBe(
          findVerificationCode(text) !== undefined,
        );
      }),
    );
    expect(VerificationCode.safeParse('K'.repeat(12)).success).toBe(false);
  });

  it('is not made from too little randomness', () => {
    expect(() => makeVerificationCode(new Uint8Array(8))).toThrow(RangeError);
  });
});

describe('the address for checking a paper', () => {
  const one = makeVerificationCode(new Uint8Array(16));

  it('is built from the address of the centre', () => {
    expect(verificationUrl('https://fwzx.example.gov.cn', one)).toBe(
      'https://fwzx.example.gov.cn/verify/222222222222',
    );
    expect(verificationUrl('http://127.0.0.1:8080/hall/?a=1#b', one)).toBe(
      'http://127.0.0.1:8080/hall/verify/222222222222',
    );
  });

  it('is refused when the base is no web address', () => {
    expect(() => verificationUrl('file:///etc/passwd', one)).toThrow(RangeError);
    expect(() => verificationUrl('not an address', one)).toThrow(TypeError);
  });
});
