import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { toDay, toDayNumber } from '../clock/day.ts';
import {
  ageOn,
  checkCitizenId,
  composeCitizenId,
  isCitizenId,
  parseCitizenId,
  toSearchableCitizenId,
} from './citizen-id.ts';

const TODAY = '2026-02-13';

const bornOn = fc.integer({ min: toDayNumber('1900-01-01'), max: toDayNumber(TODAY) }).map(toDay);
const valid = fc
  .tuple(fc.constantFrom('310117', '310227', '110105', '440524', '830000'), bornOn, fc.nat(999))
  .map(([division, day, serial]) => composeCitizenId(division, day, serial))
  .filter((number) => number !== undefined);

function reasonOf(text: string): string {
  const parsed = parseCitizenId(text, TODAY);
  return parsed.ok ? 'accepted' : parsed.reason;
}

describe('a citizen identity number', () => {
  it('is accepted when it is an example of the standard or composed by it', () => {
    const examples = [
      '11010519491231002X',
      '440524188001010014',
      '310117199901010019',
      '310227195505051230',
      '310117201206011116',
      '310117200802290022',
    ];
    expect(examples.filter((number) => !isCitizenId(number, TODAY))).toEqual([]);
  });

  it('is taken apart into division, birth and sex', () => {
    expect(parseCitizenId(' 11010519491231002x', TODAY)).toEqual({
      ok: true,
      value: {
        number: '11010519491231002X',
        division: '110105',
        bornOn: '1949-12-31',
        sex: 'female',
      },
    });
    expect(parseCitizenId('310117199901010019', TODAY)).toMatchObject({ value: { sex: 'male' } });
  });

  it('is refused with the reason', () => {
    expect(reasonOf('')).toBe('empty');
    expect(reasonOf('310117990101001')).toBe('legacy');
    expect(reasonOf('31011719990101001')).toBe('length');
    expect(reasonOf('3101171999010100X3')).toBe('character');
    expect(reasonOf('910117199901010013')).toBe('region');
    expect(reasonOf('310117199901010013')).toBe('check');
    const wrongDay = '31011720070229002';
    expect(reasonOf(`${wrongDay}${checkCitizenId(wrongDay) ?? ''}`)).toBe('date');
  });

  it('is refused when the birth lies after the given day, and accepted on the day itself', () => {
    const newborn = composeCitizenId('310117', '2026-02-14', 1) ?? '';
    expect(parseCitizenId(newborn, '2026-02-13')).toMatchObject({ ok: false, reason: 'future' });
    expect(isCitizenId(newborn, '2026-02-14')).toBe(true);
  });

  it('is caught whichever single character is wrong', () => {
    fc.assert(
      fc.property(
        valid,
        fc.nat(17),
        fc.constantFrom(...'0123456789X'.split('')),
        (number, place, character) => {
          const changed = number.slice(0, place) + character + number.slice(place + 1);
          expect(isCitizenId(changed, TODAY)).toBe(changed === number);
        },
      ),
    );
  });

  it('is caught when two neighbours are swapped', () => {
    fc.assert(
      fc.property(valid, fc.nat(16), (number, place) => {
        const swapped =
          number.slice(0, place) +
          number.charAt(place + 1) +
          number.charAt(place) +
          number.slice(place + 2);
        expect(isCitizenId(swapped, TODAY)).toBe(swapped === number);
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        (text) => typeof parseCitizenId(text, TODAY).ok === 'boolean',
      ),
    );
    expect(composeCitizenId('31011', '2000-01-01', 1)).toBeUndefined();
    expect(composeCitizenId('310117', '2001-02-29', 1)).toBeUndefined();
    expect(composeCitizenId('310117', '2000-01-01', 1000)).toBeUndefined();
  });
});

describe('a number of the first generation', () => {
  it('becomes 18 characters for search only', () => {
    expect(toSearchableCitizenId('110105491231002')).toBe('11010519491231002X');
    expect(toSearchableCitizenId('310117199901010019')).toBe('310117199901010019');
    expect(toSearchableCitizenId('440524800101998')?.slice(6, 10)).toBe('1880');
    expect(toSearchableCitizenId('31011799010100')).toBeUndefined();
    expect(toSearchableCitizenId('张三')).toBeUndefined();
  });

  it('is found by the number that replaced it', () => {
    const twentiethCentury = fc
      .integer({ min: toDayNumber('1900-01-01'), max: toDayNumber('1999-12-31') })
      .map(toDay);
    fc.assert(
      fc.property(twentiethCentury, fc.nat(995), (day, serial) => {
        const number = composeCitizenId('310227', day, serial) ?? '';
        expect(toSearchableCitizenId(number.slice(0, 6) + number.slice(8, 17))).toBe(number);
      }),
    );
  });
});

describe('age', () => {
  it('is reached on the birthday', () => {
    expect(ageOn('2012-06-01', '2026-05-31')).toBe(13);
    expect(ageOn('2012-06-01', '2026-06-01')).toBe(14);
    expect(ageOn('2026-02-14', '2026-02-13')).toBe(-1);
    expect(ageOn('1949-12-31', '2026-02-13')).toBe(76);
  });

  it('of someone born on 29 February is reached on the 28th where there is no 29th', () => {
    expect(ageOn('2008-02-29', '2026-02-27')).toBe(17);
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(18);
    expect(ageOn('2008-02-29', '2028-02-28')).toBe(19);
    expect(ageOn('2008-02-29', '2028-02-29')).toBe(20);
    expect(() => ageOn('2007-02-29', '2026-01-01')).toThrow(RangeError);
  });
});
