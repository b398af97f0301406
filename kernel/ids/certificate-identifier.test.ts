import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  checkMod37And36,
  composeCertificateIdentifier,
  isCertificateIdentifier,
  parseCertificateIdentifier,
} from './certificate-identifier.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ROOT = '1.2.156.3005.2';
const GOOD = `${ROOT}.11100000000013338W009.11310117MB0T00015N.20260105000000000001.001.C`;

const capitals = (length: number) =>
  fc.string({ unit: fc.constantFrom(...ALPHABET.split('')), minLength: length, maxLength: length });
const parts = fc.tuple(
  capitals(21),
  capitals(18),
  capitals(20),
  fc.constantFrom('001', '002', '017'),
);

describe('an electronic certificate identifier', () => {
  it('is accepted as authorities issued it', () => {
    const issued = [
      '11100000000013338W009.11330105002500287C.2025052201.002.0',
      '11100000000013338W011.11430000006122244L.20230000403.001.U',
      '11100000MB03271699022.340100.000000016.001.9',
    ];
    expect(issued.filter((rest) => !isCertificateIdentifier(`${ROOT}.${rest}`))).toEqual([]);
    expect(parseCertificateIdentifier(` ${GOOD.toLowerCase()}`)).toEqual({
      ok: true,
      value: {
        identifier: GOOD,
        type: '11100000000013338W009',
        issuer: '11310117MB0T00015N',
        serial: '20260105000000000001',
        version: '001',
      },
    });
  });

  it('is refused with the reason', () => {
    const reasonOf = (text: string) => {
      const parsed = parseCertificateIdentifier(text);
      return parsed.ok ? 'accepted' : parsed.reason;
    };
    expect(reasonOf('')).toBe('empty');
    expect(reasonOf(GOOD.replace('3005.2', '3005.3'))).toBe('root');
    expect(reasonOf(GOOD.slice(0, -2))).toBe('parts');
    expect(reasonOf(GOOD.replace('W009', 'W09'))).toBe('type');
    expect(reasonOf(GOOD.replace('00015N', '0015N'))).toBe('issuer');
    expect(reasonOf(GOOD.replace('20260105000000000001', '2026-1'))).toBe('serial');
    expect(reasonOf(GOOD.replace('.001.', '.01.'))).toBe('version');
    expect(reasonOf(`${GOOD.slice(0, -1)}M`)).toBe('check');
  });

  it('is caught whichever single character is wrong', () => {
    fc.assert(
      fc.property(
        parts,
        fc.nat(62),
        fc.constantFrom(...ALPHABET.split('')),
        ([type, issuer, serial, version], place, character) => {
          const identifier = composeCertificateIdentifier(type, issuer, serial, version) ?? '';
          expect(isCertificateIdentifier(identifier)).toBe(true);
          const at = ROOT.length + 1 + place;
          fc.pre(identifier.charAt(at) !== '.' && identifier.charAt(at) !== '');
          const changed = identifier.slice(0, at) + character + identifier.slice(at + 1);
          expect(isCertificateIdentifier(changed)).toBe(changed === identifier);
        },
      ),
    );
  });

  it('is not put together from parts of another shape', () => {
    expect(composeCertificateIdentifier('1', '2', '3', '4')).toBeUndefined();
    expect(checkMod37And36('a')).toBeUndefined();
  });
});
