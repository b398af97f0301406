import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { publishedYears } from '#kernel/calendar/holidays/published.ts';
import { createOpeningCalendar } from '#kernel/calendar/opening-hours.ts';
import { createWorkingCalendar } from '#kernel/calendar/working-days.ts';
import { addDays } from '#kernel/clock/day.ts';

import { isAroundTheClock, mondayOf, toDays, toState } from './opening-view.ts';
import { planWeek } from './plan-week.ts';
import { type DifferentDay, type HoursSpan, toOpeningHours } from './to-opening-hours.ts';

const span = (weekday: number, opens: string, closes: string, more: Partial<HoursSpan> = {}) => ({
  weekday,
  opens,
  closes,
  on_closed_days: false,
  valid_from: '2026-01-01',
  valid_to: null,
  ...more,
});
const workweek = [1, 2, 3, 4, 5].flatMap((weekday) => [
  span(weekday, '09:00', '11:30'),
  span(weekday, '13:30', '17:00'),
]);
const HALL = [...workweek, span(6, '09:00', '11:30')];
const ALWAYS = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
  span(weekday, '00:00', '24:00', { on_closed_days: true }),
);
const different = (day: string, more: Partial<DifferentDay> = {}): DifferentDay => ({
  site_id: null,
  day,
  kind: 'closed',
  name_zh: '春节',
  name_en: 'Spring Festival',
  like_weekday: null,
  ...more,
});
// 2026-02-14 is a Saturday worked in exchange; the holiday is 15 to 23 February.
const DAYS = [
  different('2026-02-14', { kind: 'open', like_weekday: 5, name_zh: '调休上班' }),
  ...Array.from({ length: 9 }, (_, index) => different(addDays('2026-02-15', index))),
];

const calendarOf = (spans: readonly HoursSpan[], days: readonly DifferentDay[] = DAYS) =>
  createOpeningCalendar(toOpeningHours('Asia/Shanghai', spans, days));
const at = (local: string) => new Date(`${local}:00+08:00`);
const hall = calendarOf(HALL);

describe('when the hall is open', () => {
  test('it is open on a Saturday, which is no working day of the law', () => {
    expect(hall.isOpenAt(at('2026-01-24T10:00'))).toBe(true);
    expect(createWorkingCalendar(publishedYears).isWorkingDay('2026-01-24')).toBe(false);
    expect(hall.isOpenAt(at('2026-01-25T10:00'))).toBe(false);
  });

  test('it is closed on a holiday and says which, and opens again after it', () => {
    expect(hall.hoursOn('2026-02-17')).toMatchObject({
      intervals: [],
      reason: { 'zh-CN': '春节' },
    });
    expect(toState(hall, at('2026-02-14T17:30'))).toEqual({
      isOpen: false,
      until: null,
      nextOpening: at('2026-02-24T09:00').toISOString(),
    });
  });

  test('a Saturday made a working day has the hours of the weekday it stands for', () => {
    expect(hall.hoursOn('2026-02-14').intervals).toEqual([
      { from: '09:00', to: '11:30' },
      { from: '13:30', to: '17:00' },
    ]);
  });

  test('at noon it is closed until half past one, and in the morning open until half past eleven', () => {
    expect(toState(hall, at('2026-01-20T12:00'))).toMatchObject({
      isOpen: false,
      nextOpening: at('2026-01-20T13:30').toISOString(),
    });
    expect(toState(hall, at('2026-01-20T10:00'))).toEqual({
      isOpen: true,
      until: at('2026-01-20T11:30').toISOString(),
      nextOpening: at('2026-01-20T13:30').toISOString(),
    });
  });

  test('the 24-hour area is open at night and on holidays, and never closes', () => {
    const area = calendarOf(ALWAYS);
    expect(toState(area, at('2026-02-17T03:00'))).toEqual({
      isOpen: true,
      until: null,
      nextOpening: null,
    });
    expect(isAroundTheClock(toDays(area, '2026-02-16', 7))).toBe(true);
    expect(isAroundTheClock(toDays(hall, '2026-01-19', 7))).toBe(false);
  });

  test('a day of one site goes before the same day of all sites', () => {
    const own = different('2026-02-17', { site_id: 'x', kind: 'open', like_weekday: 6 });
    for (const days of [
      [own, different('2026-02-17')],
      [different('2026-02-17'), own],
    ])
      expect(calendarOf(HALL, days).hoursOn('2026-02-17').intervals).toHaveLength(1);
  });

  test('each day has the hours that were valid then, weekday by weekday', () => {
    const spans = [
      span(1, '09:00', '17:00', { valid_to: '2026-03-15' }),
      span(1, '08:30', '17:00', { valid_from: '2026-03-16' }),
      span(2, '09:00', '16:00'),
    ];
    const calendar = calendarOf(spans, []);
    const from = (day: string) => calendar.hoursOn(day).intervals[0]?.from;
    expect(
      ['2025-12-29', '2026-03-09', '2026-03-16', '2026-03-10', '2026-03-17'].map(from),
    ).toEqual([undefined, '09:00', '08:30', '09:00', '09:00']);
  });

  test('a week begins on Monday', () => {
    expect(mondayOf('2026-01-25')).toBe('2026-01-19');
    expect(mondayOf('2026-01-19')).toBe('2026-01-19');
  });
});

describe('a new week from a day on', () => {
  const stretch = (weekday: number, opens: string, closes: string) => ({
    weekday,
    opens,
    closes,
    onClosedDays: false,
  });

  test('leaves the days before as they were and lasts until a change recorded for later', () => {
    const later = span(1, '10:00', '12:00', { valid_from: '2026-06-01' });
    const plan = planWeek([...HALL, later], '2026-03-01', [stretch(1, '08:00', '12:00')]);
    expect(plan.ended.every((row) => row.valid_to === '2026-02-28')).toBe(true);
    expect(plan.kept).toEqual([later]);
    expect(plan.added).toEqual([
      span(1, '08:00', '12:00', { valid_from: '2026-03-01', valid_to: '2026-05-31' }),
    ]);
  });

  test('takes the place of a week that begins on the same day', () => {
    const plan = planWeek(HALL, '2026-01-01', []);
    expect(plan.replaced).toEqual(HALL);
    expect([...plan.kept, ...plan.ended, ...plan.added]).toEqual([]);
  });

  test('never changes a day before it, whatever was recorded', () => {
    const days = fc.integer({ min: 0, max: 60 }).map((count) => addDays('2026-01-01', count));
    const rows = fc.array(
      fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: days, length: fc.nat(40) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(rows, days, (made, validFrom) => {
        const recorded = made.map(({ weekday, from, length }, index) => {
          const opens = `0${index}:00`;
          const valid = { valid_from: from, valid_to: addDays(from, length) };
          return span(weekday, opens, `0${index}:30`, valid);
        });
        const plan = planWeek(recorded, validFrom, [stretch(3, '20:00', '21:00')]);
        const after = [...plan.kept, ...plan.ended, ...plan.added];
        const before = toDays(calendarOf(recorded, []), '2025-12-20', 90);
        const now = toDays(calendarOf(after, []), '2025-12-20', 90);
        const past = (list: typeof before) => list.filter(({ day }) => day < validFrom);
        expect(past(now)).toEqual(past(before));
      }),
    );
  });
});
