import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findParentDivision, isDivision, isWithinDivision, parseDivision } from './division.ts';

const SUBDISTRICTS = ['001', '002', '003', '004', '005', '006'];
const TOWNS = ['102', '103', '104', '105', '106', '107', '109', '116', '117', '120', '121'];

describe('a division code', () => {
  it('of the seventeen subdistricts and towns of one district is accepted in nine and twelve digits', () => {
    for (const town of [...SUBDISTRICTS, ...TOWNS]) {
      expect(parseDivision(`310117${town}`)).toMatchObject({
        ok: true,
        value: {
          level: 'town',
          code: `310117${town}`,
          code12: `310117${town}000`,
          townKind: SUBDISTRICTS.includes(town) ? 'subdistrict' : 'town',
        },
      });
      expect(parseDivision(`310117${town}000`)).toEqual(parseDivision(`310117${town}`));
      expect(findParentDivision(`310117${town}`)).toBe('310117');
    }
  });

  it('of a park is told from a statutory division', () => {
    for (const park of ['501', '504', '507'])
      expect(parseDivision(`310117${park}`)).toMatchObject({ value: { townKind: 'other' } });
    expect(parseDivision('370102200')).toMatchObject({ value: { townKind: 'township' } });
  });

  it('knows its level and what lies above', () => {
    const chain: string[] = [];
    for (
      let code: string | undefined = '310117001004';
      code !== undefined;
      code = findParentDivision(code)
    )
      chain.push(code);
    expect(chain).toEqual(['310117001004', '310117001', '310117', '310100', '310000']);
    expect(
      chain.map((code) => (parseDivision(code).ok ? parseDivision(code) : undefined)),
    ).toMatchObject([
      { value: { level: 'village' } },
      { value: { level: 'town' } },
      { value: { level: 'district' } },
      { value: { level: 'city' } },
      { value: { level: 'province' } },
    ]);
  });

  it('may skip the district in a city without districts', () => {
    expect(parseDivision('441900003')).toMatchObject({ ok: true, value: { level: 'town' } });
    expect(findParentDivision('441900003')).toBe('441900');
  });

  it('lies within itself and what is above it, and nowhere else', () => {
    expect(isWithinDivision('310117001', '310117')).toBe(true);
    expect(isWithinDivision('310117', '310000')).toBe(true);
    expect(isWithinDivision('310117', '310117000000')).toBe(true);
    expect(isWithinDivision('310117', '310117001')).toBe(false);
    expect(isWithinDivision('310115', '310117')).toBe(false);
    expect(isWithinDivision('310117', 'x')).toBe(false);
  });

  it('is refused with the reason', () => {
    expect(parseDivision('')).toMatchObject({ reason: 'empty' });
    expect(parseDivision('31011')).toMatchObject({ reason: 'length' });
    expect(parseDivision('31011x')).toMatchObject({ reason: 'character' });
    expect(parseDivision('990117')).toMatchObject({ reason: 'province' });
    expect(parseDivision('310017')).toMatchObject({ reason: 'gap' });
    expect(parseDivision('310117000004')).toMatchObject({ reason: 'gap' });
  });

  it('never throws, and its parent is again a code', () => {
    const digits = fc.nat(999_999_999).map((number) => `31${String(number).padStart(10, '0')}`);
    fc.assert(
      fc.property(digits, (code) => {
        const parent = findParentDivision(code);
        expect(parent === undefined || (isDivision(parent) && isWithinDivision(code, parent))).toBe(
          true,
        );
      }),
    );
  });
});
