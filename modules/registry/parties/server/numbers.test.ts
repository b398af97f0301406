import { describe, expect, test } from 'vitest';

import { toNameTokens, toQueryTokens } from './names.ts';
import { isRegistrationNumber, needsGuardian, parseNumber, toComparable } from './numbers.ts';
import { addYears, findHold } from './retention.ts';
import { scoreOf } from './score-duplicate.ts';
import { parseSubject, toSubject } from './subject.ts';

const TODAY = '2026-01-20';

describe('numbers of papers', () => {
  test('are taken in the forms that each kind of paper has', () => {
    const isTaken = (kind: Parameters<typeof parseNumber>[0], text: string) =>
      parseNumber(kind, text, TODAY).ok;
    expect(isTaken('414', 'e0000 0001')).toBe(true);
    expect(isTaken('511', '00000001')).toBe(true);
    expect(isTaken('516', 'h00000001')).toBe(true);
    expect(isTaken('516', 'A00000001')).toBe(false);
    expect(isTaken('uscc', '91310117ma1te5t0x0')).toBe(true);
    expect(isTaken('registration-no', '310117900000014')).toBe(true);
    expect(isRegistrationNumber('310117900000015')).toBe(false);
  });

  test('of 15 digits are refused at the window, taken from old files, and compare equal to those of 18', () => {
    const old = '110105491231002';
    expect(parseNumber('111', old, TODAY)).toMatchObject({ ok: false, reason: 'legacy' });
    expect(parseNumber('111', old, TODAY, true)).toMatchObject({
      ok: true,
      value: { number: old, bornOn: '1949-12-31' },
    });
    expect(toComparable('111', old)).toBe(toComparable('112', '11010519491231002X'));
  });

  test('say who is under 14: until the day before the birthday', () => {
    expect(needsGuardian('2012-01-20', TODAY)).toBe(false);
    expect(needsGuardian('2012-01-21', TODAY)).toBe(true);
    expect(needsGuardian(null, TODAY)).toBe(false);
  });
});

describe('names', () => {
  test('never leave the family name alone as something to find people by', () => {
    for (const [name, english] of [
      ['陈永栋', 'Chen Yongdong'],
      ['单明', 'Shan Ming'],
    ] as const) {
      const tokens = toNameTokens(name, english);
      expect(tokens).not.toContain(`p:${name.charAt(0)}`);
      expect(tokens).not.toContain('w:chen');
    }
    expect(toQueryTokens('陈')).toEqual([]);
  });

  test('of foreigners are found by each word, with or without dots', () => {
    const tokens = toNameTokens('Maria Gonzalez', '');
    expect(tokens).toContain('w:gonzalez');
    expect(toQueryTokens('gonzalez')).toContain('w:gonzalez');
    expect(toNameTokens('阿依·古丽', '')).toContain('n:阿依·古丽');
    expect(toQueryTokens('阿依•古丽')).toContain('n:阿依·古丽');
  });
});

describe('small rules', () => {
  test('an account stands for a person, or for a firm through a person', () => {
    const person = '0190aaaa-0000-7000-8000-000000000001';
    const firm = '0190aaaa-0000-7000-8000-000000000002';
    for (const subject of [
      { partyId: person, personId: person },
      { partyId: firm, personId: person },
    ])
      expect(parseSubject(toSubject(subject))).toEqual(subject);
    expect(parseSubject('staff:1')).toBeUndefined();
  });

  test('different citizen numbers outweigh one name and one telephone', () => {
    expect(scoreOf(['same-number', 'temporary-card'])).toBe(95);
    expect(scoreOf(['same-name-and-phone', 'different-numbers'])).toBe(0);
  });

  test('data is kept until the last day of the longest hold', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
    const settings = { keepYears: 10, basis: 'rule', version: 1 };
    const reason = { 'zh-CN': '在办', en: 'open' };
    const held = findHold('2020-01-01', true, settings, [{ until: '2031-01-01', reason }], TODAY);
    expect(held?.until).toBe('2031-01-01');
    expect(findHold('2010-01-01', true, settings, [], TODAY)).toBeUndefined();
    expect(findHold('2026-01-01', false, settings, [], TODAY)).toBeUndefined();
  });
});
