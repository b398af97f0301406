import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isOrganisationCode, parseOrganisationCode } from './organisation-code.ts';
import { findUsccKindName } from './uscc-kinds.ts';
import { checkUscc, composeUscc, isUscc, normaliseUscc, parseUscc } from './uscc.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const REAL = [
  '91330100799655058B',
  '9144030071526726XG',
  '914403001922038216',
  '91110000802100433B',
];
const FICTIONAL = [
  '11310117MB0T00015N',
  '12310117MB0T00023E',
  '91310117MA1TE5T0X0',
  '92310117MA1T000139',
  '52310117MJ00000184',
];

const digits = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...'0123456789'.split('')),
    minLength: length,
    maxLength: length,
  });
const body = fc.string({
  unit: fc.constantFrom(...ALPHABET.split('')),
  minLength: 8,
  maxLength: 8,
});
const valid = fc
  .tuple(fc.constantFrom('11', '12', '51', '91', '92', '93', 'N2'), digits(6), body)
  .map(([kind, division, text]) => composeUscc(kind, division, text))
  .filter((code) => code !== undefined);

describe('a unified social credit code', () => {
  it('is accepted when it is real or composed by the standard', () => {
    expect([...REAL, ...FICTIONAL].filter((code) => !isUscc(code))).toEqual([]);
  });

  it('is taken apart', () => {
    expect(parseUscc('91310117MA1TE5T0X0')).toEqual({
      ok: true,
      value: {
        code: '91310117MA1TE5T0X0',
        kind: '91',
        division: '310117',
        organisationCode: 'MA1TE5T0X',
      },
    });
    expect(findUsccKindName('91')?.['zh-CN']).toBe('企业');
    expect(findUsccKindName('toString')).toBeUndefined();
  });

  it('is forgiven lower case, full width, spaces and hyphens', () => {
    const typed = [
      ' 91310117ma1te5t0x0 ',
      '９１３１０１１７ＭＡ１ＴＥ５Ｔ０Ｘ０',
      '91310117 MA1TE5T0-X 0',
      '\u200e91310117MA1TE5T0X0',
    ];
    expect(typed.filter((text) => !isUscc(text))).toEqual([]);
    expect(normaliseUscc('91310117ma1te5t0-x0')).toBe('91310117MA1TE5T0X0');
  });

  it('is refused with the reason', () => {
    const reasonOf = (text: string) => {
      const parsed = parseUscc(text);
      return parsed.ok ? 'accepted' : parsed.reason;
    };
    expect(reasonOf('  ')).toBe('empty');
    expect(reasonOf('310117000012345')).toBe('length');
    expect(reasonOf('91310117MA1TE5T0X1')).toBe('check');
    expect(reasonOf('91310000631627081A')).toBe('check');
    for (const letter of 'IOSVZ') expect(reasonOf(`9131011${letter}MA1TE5T0X0`)).toBe('character');
    expect(reasonOf('9131011AMA1TE5T0X0')).toBe('division');
    expect(reasonOf('汉'.repeat(18))).toBe('character');
  });

  it('is refused when only the organisation code inside is wrong, unless that check is switched off', () => {
    const first17 = '91310117MA1TE5T01';
    const code = `${first17}${checkUscc(first17) ?? ''}`;
    expect(parseUscc(code)).toMatchObject({ ok: false, reason: 'organisation-check' });
    expect(isUscc(code, { organisationCheck: false })).toBe(true);
  });

  it('explains itself in both languages and does not repeat what was typed', () => {
    const parsed = parseUscc('91310117MA1TE5T0X1');
    expect(parsed).toMatchObject({
      ok: false,
      message: { 'zh-CN': expect.stringContaining('校验位') },
    });
    expect(JSON.stringify(parsed)).not.toContain('MA1TE5T0X1');
  });

  it('is caught whichever single character is wrong', () => {
    fc.assert(
      fc.property(
        valid,
        fc.nat(17),
        fc.constantFrom(...ALPHABET.split('')),
        (code, place, character) => {
          const changed = code.slice(0, place) + character + code.slice(place + 1);
          expect(isUscc(changed, { organisationCheck: false })).toBe(changed === code);
        },
      ),
    );
  });

  it('is caught when two neighbours are swapped', () => {
    fc.assert(
      fc.property(valid, fc.nat(16), (code, place) => {
        const swapped =
          code.slice(0, place) +
          code.charAt(place + 1) +
          code.charAt(place) +
          code.slice(place + 2);
        expect(isUscc(swapped, { organisationCheck: false })).toBe(swapped === code);
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (text) => typeof parseUscc(text).ok === 'boolean',
      ),
    );
    expect(composeUscc('91', '310117', 'I0000000')).toBeUndefined();
    expect(composeUscc('91', '31011', 'MA1TE5T0')).toBeUndefined();
    expect(checkUscc('91')).toBeUndefined();
  });
});

describe('an organisation code', () => {
  it('is accepted with and without its hyphen', () => {
    const codes = ['799655058', '71526726X', '192203821', '802100433', 'MA1TE5T0X'];
    expect(codes.filter((code) => !isOrganisationCode(code))).toEqual([]);
    expect(parseOrganisationCode('71526726-x')).toEqual({
      ok: true,
      value: { code: '71526726X', printed: '71526726-X' },
    });
  });

  it('is refused with the reason', () => {
    expect(parseOrganisationCode('')).toMatchObject({ ok: false, reason: 'empty' });
    expect(parseOrganisationCode('7152672X')).toMatchObject({ ok: false, reason: 'shape' });
    expect(parseOrganisationCode('715267261')).toMatchObject({ ok: false, reason: 'check' });
  });
});
