import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkPostalSerial, isPostalItemId, parsePostalItemId } from './postal-item.ts';

const serials = fc.nat(99_999_999).map((serial) => String(serial).padStart(8, '0'));
const sumOf = (serial: string) =>
  [8, 6, 4, 2, 3, 5, 9, 7].reduce(
    (sum, weight, place) => sum + weight * Number(serial.charAt(place)),
    0,
  ) % 11;

describe('a postal item identifier', () => {
  it('is accepted with the check digits of the standard', () => {
    expect(checkPostalSerial('47312482')).toBe('9');
    expect(checkPostalSerial('12345678')).toBe('5');
    expect(parsePostalItemId('ee 473 124 829 cn')).toEqual({
      ok: true,
      value: { id: 'EE473124829CN', service: 'EE', serial: '47312482', country: 'CN' },
    });
  });

  it('is refused with the reason', () => {
    expect(parsePostalItemId('')).toMatchObject({ reason: 'empty' });
    expect(parsePostalItemId('1234567890123')).toMatchObject({ reason: 'shape' });
    expect(parsePostalItemId('EE473124828CN')).toMatchObject({ reason: 'check' });
    expect(checkPostalSerial('1')).toBeUndefined();
  });

  it('is caught whichever digit is wrong, except where the standard gives two sums the same check digit', () => {
    fc.assert(
      fc.property(serials, fc.nat(8), fc.nat(9), (serial, place, digit) => {
        const digits = `${serial}${checkPostalSerial(serial) ?? ''}`;
        const changed = digits.slice(0, place) + String(digit) + digits.slice(place + 1);
        // Remainders 0 (written 5) and 6 (11 - 6) share the digit 5.
        const ambiguous =
          [0, 6].includes(sumOf(serial)) &&
          [0, 6].includes(sumOf(changed.slice(0, 8))) &&
          place < 8;
        expect(isPostalItemId(`EE${changed}CN`)).toBe(changed === digits || ambiguous);
      }),
    );
  });
});
