import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isCertificateIdentifier } from '#kernel/ids/certificate-identifier.ts';

import {
  checkMod11And10,
  isNumberedByDay,
  toIdentifier,
  toLicenceNumber,
  toSerial,
} from './numbers.ts';

const both = (text: string) => ({ 'zh-CN': text, en: text });

describe('the number of a licence', () => {
  test('is written by the pattern of its kind', () => {
    const parts = { serial: 12, day: '2026-01-20', content: {} };
    expect(toLicenceNumber('松人社派许字第{serial:5}号', parts)).toBe('松人社派许字第00012号');
    expect(toLicenceNumber('27000000{date}{serial:4}', parts)).toBe('27000000202601200012');
    expect(toLicenceNumber('沪（{year}）松字不动产权第{serial:6}号', parts)).toBe(
      '沪（2026）松字不动产权第000012号',
    );
  });

  test('takes a part from the content, and a check digit over all digits', () => {
    const parts = { serial: 12345, day: '2026-01-20', content: { format: both('2') } };
    expect(toLicenceNumber('JY{format}310117{serial:6}{check}', parts)).toBe(
      `JY2310117012345${checkMod11And10('2310117012345')}`,
    );
  });

  test('begins anew each day only where it carries the date', () => {
    expect(isNumberedByDay('27000000{date}{serial:4}')).toBe(true);
    expect(isNumberedByDay('〔{year}〕{serial}号')).toBe(false);
  });
});

describe('the check digit MOD 11,10', () => {
  test('fits the example of ISO/IEC 7064', () => {
    expect(checkMod11And10('0794')).toBe('5');
  });

  test('finds any one wrong digit', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (numbers, place, by) => {
        const at = place % numbers.length;
        const wrong = numbers.map((digit, index) => (index === at ? (digit + by) % 10 : digit));
        expect(checkMod11And10(wrong.join(''))).not.toBe(checkMod11And10(numbers.join('')));
      }),
    );
  });
});

describe('the identifier', () => {
  const parts = { typeCode: '11100000000013338W009', authorityCode: '11310117MB0T00015N' };

  test('is the one of the published vector', () => {
    const serial = toSerial('2026-01-05', 1, 'issued');
    expect(toIdentifier({ ...parts, serial, edition: 1 })).toBe(
      '1.2.156.3005.2.11100000000013338W009.11310117MB0T00015N.20260105000000000001.001.C',
    );
  });

  test('keeps its serial and counts its version over changes, and is right each time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999 }),
        fc.integer({ min: 1, max: 999 }),
        (count, edition) => {
          const serial = toSerial('2026-01-05', count, 'issued');
          const identifier = toIdentifier({ ...parts, serial, edition });
          expect(isCertificateIdentifier(identifier)).toBe(true);
          expect(identifier.split('.').at(-2)).toBe(String(edition).padStart(3, '0'));
        },
      ),
    );
  });

  test('of what was taken over never meets one that was issued here', () => {
    expect(toSerial('2026-01-05', 1, 'imported')).toBe('20260105900000000001');
  });
});
