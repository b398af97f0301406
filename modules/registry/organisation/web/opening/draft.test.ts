import { describe, expect, it } from 'vitest';

import {
  addStretch,
  changeStretch,
  copyMonday,
  startDraft,
  toPeriods,
  toStretches,
} from './draft.ts';

const row = (weekday: number, opens: string, closes: string, more: object = {}) => ({
  id: `${weekday}${opens}`,
  weekday,
  opens,
  closes,
  onClosedDays: false,
  validFrom: '2026-01-01',
  validTo: null,
  ...more,
});
const past = row(1, '08:00', '12:00', { validFrom: '2025-01-01', validTo: '2025-12-31' });
const draft = startDraft([past, row(1, '09:00', '11:30')], '2026-01-21');

describe('a week that is edited', () => {
  it('begins with the hours recorded for its first day, not those of the past', () => {
    expect(draft.stretches.map(({ opens }) => opens)).toEqual(['09:00']);
    expect(draft.isChanged).toBe(false);
  });

  it('adds the afternoon after a morning', () => {
    const added = addStretch(draft, 1).stretches.at(-1);
    expect(added).toMatchObject({ weekday: 1, opens: '13:30', closes: '17:00' });
  });

  it('cannot be sent while a time is not one or ends before it begins, and may end at midnight', () => {
    expect(toStretches(changeStretch(draft, 0, { opens: '9:00' }))).toBeUndefined();
    expect(toStretches(changeStretch(draft, 0, { closes: '08:00' }))).toBeUndefined();
    expect(toStretches(changeStretch(draft, 0, { opens: '24:00' }))).toBeUndefined();
    expect(toStretches(changeStretch(draft, 0, { closes: '24:00' }))).toHaveLength(1);
  });

  it('copies Monday over Tuesday to Friday and leaves the weekend', () => {
    const copied = copyMonday(addStretch(draft, 6));
    expect(new Set(copied.stretches.map(({ weekday }) => weekday))).toEqual(
      new Set([1, 2, 3, 4, 5, 6]),
    );
    expect(new Set(copied.stretches.map(({ key }) => key)).size).toBe(6);
  });

  it('keeps the history apart by the days on which it held', () => {
    expect(toPeriods([row(1, '09:00', '11:30'), past]).map(({ from }) => from)).toEqual([
      '2026-01-01',
      '2025-01-01',
    ]);
  });
});
