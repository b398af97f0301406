import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Channel, fromPf, PfTable, toPf } from './channels.ts';
import {
  fromGbGrade,
  fromStars,
  GbGrade,
  Grade,
  isBad,
  Stars,
  toGbGrade,
  toStars,
} from './grades.ts';
import {
  fromDeviceCodes,
  fromExchangeCodes,
  optionsOf,
  starsOfCode,
  toDeviceCodes,
  toExchangeCodes,
} from './options.ts';
import { standardOptions } from './standard-options.ts';

const anyGrade = fc.constantFrom(...Grade.options);

describe('满意度 of the national standard and of interfaces', () => {
  it('count in opposite directions: the best is 1 there and 5 here', () => {
    expect(toGbGrade('very-satisfied')).toBe('1');
    expect(toStars('very-satisfied')).toBe(5);
    expect(toGbGrade('very-dissatisfied')).toBe('5');
    expect(toStars('very-dissatisfied')).toBe(1);
  });

  it('come back to the same grade by their own way, whichever it is', () => {
    fc.assert(
      fc.property(anyGrade, (grade) => {
        expect(fromGbGrade(toGbGrade(grade))).toBe(grade);
        expect(fromStars(toStars(grade))).toBe(grade);
        expect(Number(toGbGrade(grade)) + toStars(grade)).toBe(6);
      }),
    );
  });

  it('are never taken for each other: a number is no national code, a text no stars', () => {
    expect(GbGrade.safeParse(1).success).toBe(false);
    expect(Stars.safeParse('1').success).toBe(false);
  });

  it('call bad what the rater called bad, by whichever code it came', () => {
    expect(isBad(fromGbGrade('5'))).toBe(true);
    expect(isBad(fromStars(5))).toBe(false);
    expect(Grade.options.filter(isBad)).toEqual(['dissatisfied', 'very-dissatisfied']);
  });
});

describe('the standard options', () => {
  it('are forty, eight to each grade, and begin with the stars of the grade', () => {
    expect(standardOptions).toHaveLength(40);
    for (const grade of Grade.options) expect(optionsOf(standardOptions, grade)).toHaveLength(8);
    expect(optionsOf(standardOptions, 'very-satisfied').map(({ code }) => code)).toContain('510');
    expect(optionsOf(standardOptions, 'very-dissatisfied').map(({ code }) => code)).toContain(
      '108',
    );
    expect(starsOfCode('610')).toBeUndefined();
    expect(starsOfCode('51')).toBeUndefined();
  });

  it('are joined by a bar for devices and by a comma for platforms', () => {
    const codes = fc.array(fc.constantFrom(...standardOptions.map(({ code }) => code)));
    fc.assert(
      fc.property(codes, (chosen) => {
        expect(fromDeviceCodes(toDeviceCodes(chosen))).toEqual(chosen);
        expect(fromExchangeCodes(toExchangeCodes(chosen))).toEqual(chosen);
      }),
    );
    expect(toDeviceCodes(['510', '511'])).toBe('510|511');
    expect(toExchangeCodes(['510', '511'])).toBe('510,511');
  });
});

describe('channels of exchange platforms', () => {
  it('mean different things by 6 and 7 in the two tables that are in use', () => {
    expect(fromPf(6, 'telephone-first')).toBe('telephone');
    expect(fromPf(6, 'message-first')).toBe('phone-link');
    expect(fromPf(7, 'telephone-first')).toBe('phone-link');
    expect(fromPf(7, 'message-first')).toBe('default');
    expect(toPf('default', 'telephone-first')).toBeUndefined();
  });

  it('come back to the same channel, or have no code there at all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Channel.options),
        fc.constantFrom(...PfTable.options),
        (channel, table) => {
          const code = toPf(channel, table);
          const back = code === undefined ? channel : fromPf(code, table);
          expect(back).toBe(channel);
        },
      ),
    );
  });
});
