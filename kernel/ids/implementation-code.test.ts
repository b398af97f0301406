import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isBasicCode, parseBasicCode } from './basic-code.ts';
import {
  isHandlingItemCode,
  isImplementationCode,
  parseHandlingItemCode,
  parseImplementationCode,
} from './implementation-code.ts';

const FICTIONAL = '11310117MB0T00015N4000131012000';
const REAL = '11370800MB285591843370117002011';

describe('an implementation code', () => {
  it('is accepted and taken apart into authority, level and basic code', () => {
    expect(isImplementationCode(FICTIONAL)).toBe(true);
    expect(parseImplementationCode(REAL.toLowerCase())).toMatchObject({
      ok: true,
      value: {
        code: REAL,
        authority: { code: '11370800MB28559184', division: '370800' },
        level: '3',
        basic: { region: '37', type: '01', department: '17', mainItem: '002', subItem: '011' },
      },
    });
  });

  it('is refused with the reason of the part that is wrong', () => {
    const reasonOf = (text: string) => {
      const parsed = parseImplementationCode(text);
      return parsed.ok ? 'accepted' : parsed.reason;
    };
    expect(reasonOf('')).toBe('empty');
    expect(reasonOf(FICTIONAL.slice(1))).toBe('length');
    expect(reasonOf(`11310117MB0T00016N${FICTIONAL.slice(18)}`)).toBe('authority-check');
    expect(reasonOf('11310117MB0T00015N8000131012000')).toBe('level');
    expect(reasonOf('11310117MB0T00015N4990131012000')).toBe('basic-region');
    expect(reasonOf('11310117MB0T00015N4001131012000')).toBe('basic-type');
    expect(reasonOf('11310117MB0T00015N40001310120-0')).toBe('basic-character');
    expect(reasonOf('511A0138600000-511602000000-000-115113010833722043-1-00')).toBe('length');
  });

  it('may use a local extension of the types only when the place says so', () => {
    expect(isImplementationCode('11310117MB0T00015N4001131012000', { extraTypes: ['11'] })).toBe(
      true,
    );
  });

  it('never throws, whatever is typed', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(text, (typed) => {
        expect(parseHandlingItemCode(typed).ok).toBeTypeOf('boolean');
      }),
    );
  });
});

describe('a handling item code', () => {
  it('is an implementation code and two digits', () => {
    expect(parseHandlingItemCode(`${FICTIONAL}02`)).toMatchObject({
      ok: true,
      value: { serial: '02', implementation: { code: FICTIONAL } },
    });
    expect(isHandlingItemCode(FICTIONAL)).toBe(false);
    expect(parseHandlingItemCode(`${FICTIONAL}0A`)).toMatchObject({ ok: false, reason: 'serial' });
    expect(parseHandlingItemCode(`${FICTIONAL.slice(0, 30)}002`)).toMatchObject({ ok: true });
    expect(
      parseHandlingItemCode(`${FICTIONAL.slice(0, 18)}9${FICTIONAL.slice(19)}02`),
    ).toMatchObject({ ok: false, reason: 'level' });
    expect(parseHandlingItemCode('')).toMatchObject({ ok: false, reason: 'empty' });
    expect(parseHandlingItemCode('1')).toMatchObject({ ok: false, reason: 'length' });
  });
});

describe('a basic code', () => {
  it('is accepted and taken apart', () => {
    expect(parseBasicCode('000131012000')).toEqual({
      ok: true,
      value: {
        code: '000131012000',
        region: '00',
        type: '01',
        department: '31',
        mainItem: '012',
        subItem: undefined,
      },
    });
    expect(isBasicCode('312001002011')).toBe(true);
  });

  it('is refused with the reason', () => {
    expect(parseBasicCode('')).toMatchObject({ reason: 'empty' });
    expect(parseBasicCode('0001310120')).toMatchObject({ reason: 'length' });
    expect(parseBasicCode('660131012000')).toMatchObject({ reason: 'region' });
    expect(parseBasicCode('000031012000')).toMatchObject({ reason: 'type' });
  });
});
