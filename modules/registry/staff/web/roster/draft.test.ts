import { describe, expect, test } from 'vitest';

import { narrow, NO_DRAFT, shiftsIn, writeCell } from './draft.ts';

const person = { id: 'p', windowId: 'w' };
const day = '2026-11-24';
const entry = {
  id: 'e',
  personId: 'p',
  day,
  shiftCode: 'weekday',
  siteId: 's',
  zoneId: null,
  windowId: 'other',
};

describe('the roster while it is edited', () => {
  test('shows what was typed over what is saved', () => {
    const week = { entries: [entry] };
    const draft = writeCell(week, NO_DRAFT, person, { day, shiftCode: 'leader' });
    expect(shiftsIn(week, NO_DRAFT, 'p', day)).toEqual(['weekday']);
    expect(shiftsIn(week, draft, 'p', day)).toEqual(['leader']);
    const cleared = writeCell(week, draft, person, { day, shiftCode: null });
    expect(shiftsIn(week, cleared, 'p', day)).toEqual([]);
  });

  test('typing back what was there is no change', () => {
    const week = { entries: [entry] };
    const draft = writeCell(week, NO_DRAFT, person, { day, shiftCode: 'leader' });
    expect(writeCell(week, draft, person, { day, shiftCode: 'weekday' }).size).toBe(0);
    expect(writeCell({ entries: [] }, draft, person, { day, shiftCode: null }).size).toBe(0);
  });

  test('keeps the place of a shift, and takes the window of the person for a new one', () => {
    const changed = writeCell({ entries: [entry] }, NO_DRAFT, person, { day, shiftCode: 'x' });
    expect([...changed.values()][0]?.windowId).toBe('other');
    const fresh = writeCell({ entries: [] }, NO_DRAFT, person, { day, shiftCode: 'x' });
    expect([...fresh.values()][0]?.windowId).toBe('w');
  });

  test('is narrowed by name, number or window', () => {
    const row = {
      id: 'p',
      employeeNo: 'SJ2001',
      nameZh: '毛明飞',
      nameEn: 'Mao Mingfei',
      postNameZh: '',
      postNameEn: '',
      windowId: 'w',
      windowNumber: 41,
      awayOn: [],
    };
    for (const text of ['毛', 'mingfei', 'sj20', '41', ' '])
      expect(narrow([row], text)).toEqual([row]);
    expect(narrow([row], '没有')).toEqual([]);
  });
});
