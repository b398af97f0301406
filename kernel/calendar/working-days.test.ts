import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays, toDay, toDayNumber } from '../clock/day.ts';
import { checkCalendarYear, listDays } from './calendar-year.ts';
import type { ExcludedDays } from './excluded.ts';
import { publishedYears } from './holidays/published.ts';
import { createWorkingCalendar } from './working-days.ts';

const calendar = createWorkingCalendar(publishedYears);
const days = fc
  .integer({ min: toDayNumber('2023-06-01'), max: toDayNumber('2027-06-30') })
  .map(toDay);
const counts = fc.integer({ min: 0, max: 300 });

describe('the working days of the notices', () => {
  it.each([
    [2024, 251, [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22]],
    [2025, 248, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]],
    [2026, 248, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]],
  ])('of %i are %i, month by month', (year, total, months) => {
    const worked = listDays(`${year}-01-01`, `${year}-12-31`).filter((day) =>
      calendar.isWorkingDay(day),
    );
    expect(worked).toHaveLength(total);
    const byMonth = months.map(
      (_, index) => worked.filter((day) => Number(day.slice(5, 7)) === index + 1).length,
    );
    expect(byMonth).toEqual(months);
    expect(calendar.countWorkingDays(`${year - 1}-12-31`, `${year}-12-31`)).toBe(total);
  });

  it('are free of contradictions', () => {
    expect(publishedYears.flatMap(checkCalendarYear)).toEqual([]);
  });

  it('say what each day is', () => {
    expect(calendar.describeDay('2026-02-14')).toMatchObject({
      kind: 'make-up',
      name: { 'zh-CN': '春节' },
      provisional: false,
    });
    expect(calendar.describeDay('2026-02-16')).toMatchObject({
      kind: 'holiday',
      name: { 'zh-CN': '春节' },
    });
    expect(calendar.describeDay('2024-02-09')).toMatchObject({ kind: 'workday', name: undefined });
    expect(calendar.describeDay('2026-03-07')).toMatchObject({ kind: 'weekend' });
    expect(calendar.nextWorkingDay('2026-02-15')).toBe('2026-02-24');
    expect(calendar.nextWorkingDay('2026-02-24')).toBe('2026-02-24');
  });
});

describe('a limit in working days', () => {
  it.each([
    ['2026-01-30', 20, '2026-03-05'],
    ['2026-02-10', 5, '2026-02-24'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 20, '2026-03-19'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-24', 3, '2026-09-30'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-04-30', 1, '2026-05-06'],
    ['2025-01-20', 5, '2025-01-26'],
    ['2025-09-26', 5, '2025-10-10'],
    ['2024-02-05', 5, '2024-02-18'],
    ['2024-09-12', 5, '2024-09-20'],
    ['2024-04-26', 3, '2024-04-30'],
    ['2026-01-20', 20, '2026-02-24'],
  ])('from %s over %i days is due on %s', (start, count, dueOn) => {
    expect(calendar.addWorkingDays(start, count)).toEqual({
      dueOn,
      provisional: false,
      missingYears: [],
    });
  });

  it('does not count the day of the event, and of none is due on that day', () => {
    expect(calendar.addWorkingDays('2026-02-15', 0).dueOn).toBe('2026-02-15');
    expect(calendar.addWorkingDays('2026-02-15', 1).dueOn).toBe('2026-02-24');
    expect(calendar.addWorkingDays('2026-02-24', -1).dueOn).toBe('2026-02-14');
    expect(calendar.addWorkingDays('2026-02-15', -2).dueOn).toBe('2026-02-13');
  });

  it('proves itself day by day', () => {
    const { dueOn, steps } = calendar.addWorkingDays('2026-02-12', 3, {
      explain: true,
      excluded: [{ from: '2026-02-13', to: '2026-02-13', reason: 'inspection' }],
    });
    expect(dueOn).toBe('2026-02-25');
    expect(steps?.map(({ day, kind, ordinal }) => [day.slice(5), kind, ordinal])).toEqual([
      ['02-13', 'excluded', undefined],
      ['02-14', 'make-up', 1],
      ...listDays('2026-02-15', '2026-02-23').map((day) => [day.slice(5), 'holiday', undefined]),
      ['02-24', 'workday', 2],
      ['02-25', 'workday', 3],
    ]);
    expect(steps?.[0]?.reasons).toEqual(['inspection']);
    expect(steps?.[2]?.name?.['zh-CN']).toBe('春节');
  });

  it('grows with every day', () => {
    fc.assert(
      fc.property(days, counts, (start, count) => {
        expect(
          calendar.addWorkingDays(start, count + 1).dueOn >
            calendar.addWorkingDays(start, count).dueOn,
        ).toBe(true);
      }),
    );
  });

  it('counted back gives the days it was made of', () => {
    fc.assert(
      fc.property(days, counts, (start, count) => {
        const { dueOn } = calendar.addWorkingDays(start, count);
        expect(calendar.countWorkingDays(start, dueOn)).toBe(count);
        expect(calendar.countWorkingDays(dueOn, start)).toBe(-count || 0);
        expect(count === 0 || calendar.isWorkingDay(dueOn)).toBe(true);
      }),
    );
  });

  it('is what counting day by day gives', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (start, count) => {
        let [day, left] = [start, count];
        while (left > 0) {
          day = addDays(day, 1);
          if (calendar.isWorkingDay(day)) left -= 1;
        }
        expect(calendar.addWorkingDays(start, count).dueOn).toBe(day);
      }),
    );
  });

  it('refuses days that do not exist and counts that are none', () => {
    expect(() => calendar.addWorkingDays('2026-02-29', 1)).toThrow(RangeError);
    expect(() => calendar.addWorkingDays('2026-02-28', 1.5)).toThrow(RangeError);
    expect(() => calendar.addWorkingDays('2026-02-28', 10_001)).toThrow(RangeError);
  });
});

describe('days that are excluded', () => {
  const intervals = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 0, max: 20 })), {
      maxLength: 5,
    })
    .map(
      (list) =>
        (start: string): ExcludedDays[] =>
          list.map(([from, length]) => ({
            from: addDays(start, from),
            to: addDays(start, from + length),
          })),
    );

  it('that overlap are excluded once', () => {
    // Two stops over days 3 to 8 and 6 to 10 of a March without holidays.
    const excluded = [
      { from: '2026-03-04', to: '2026-03-11' },
      { from: '2026-03-09', to: '2026-03-13' },
    ];
    expect(calendar.addWorkingDays('2026-03-01', 10, { excluded })).toEqual(
      calendar.addWorkingDays('2026-03-01', 10, {
        excluded: [{ from: '2026-03-04', to: '2026-03-13' }],
      }),
    );
    expect(calendar.addWorkingDays('2026-03-01', 10, { excluded }).dueOn).toBe('2026-03-25');
  });

  it('move the limit by the working days inside a stop', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 60 }),
        fc.nat(90),
        fc.nat(40),
        (start, count, offset, length) => {
          const plain = calendar.addWorkingDays(start, count).dueOn;
          const from = addDays(start, 1 + offset);
          const to = addDays(from, length);
          const moved = calendar.addWorkingDays(start, count, { excluded: [{ from, to }] }).dueOn;
          const inside = from > plain ? 0 : calendar.countWorkingDays(addDays(from, -1), to);
          expect(moved).toBe(calendar.addWorkingDays(start, count + inside).dueOn);
        },
      ),
    );
  });

  it('of several stops give what counting day by day gives', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), intervals, (start, count, make) => {
        const excluded = make(start);
        const isOut = (day: string) => excluded.some(({ from, to }) => day >= from && day <= to);
        let [day, left] = [start, count];
        while (left > 0) {
          day = addDays(day, 1);
          if (calendar.isWorkingDay(day) && !isOut(day)) left -= 1;
        }
        const { dueOn, steps } = calendar.addWorkingDays(start, count, { excluded, explain: true });
        expect(dueOn).toBe(day);
        expect(steps?.findLast(({ ordinal }) => ordinal !== undefined)).toMatchObject({
          day,
          ordinal: count,
        });
        expect(
          steps?.filter(({ kind }) => kind === 'excluded').every((step) => isOut(step.day)),
        ).toBe(true);
      }),
    );
  });

  it('that end before they begin are refused', () => {
    expect(() =>
      calendar.addWorkingDays('2026-03-01', 1, {
        excluded: [{ from: '2026-03-05', to: '2026-03-04' }],
      }),
    ).toThrow(RangeError);
  });
});

describe('a limit in natural days or months', () => {
  it('ends on its last day, or on the next working day where the law says so', () => {
    expect(calendar.addNaturalDays('2026-01-30', 20, { onDayOff: 'stays' })).toEqual({
      dueOn: '2026-02-19',
      provisional: false,
      missingYears: [],
    });
    expect(calendar.addNaturalDays('2026-01-30', 20, { onDayOff: 'next-working-day' }).dueOn).toBe(
      '2026-02-24',
    );
    expect(calendar.addNaturalDays('2026-02-13', 1, { onDayOff: 'next-working-day' }).dueOn).toBe(
      '2026-02-14',
    );
  });

  it('leaves excluded days out once', () => {
    const excluded = [
      { from: '2026-03-03', to: '2026-03-05' },
      { from: '2026-03-05', to: '2026-03-06' },
    ];
    const due = calendar.addNaturalDays('2026-03-01', 5, {
      excluded,
      onDayOff: 'stays',
      explain: true,
    });
    expect(due.dueOn).toBe('2026-03-10');
    expect(due.steps?.filter(({ ordinal }) => ordinal !== undefined)).toHaveLength(5);
  });

  it('in months ends on the same day, or the last one of a shorter month', () => {
    expect(calendar.addMonths('2026-01-31', 1, { onDayOff: 'stays' }).dueOn).toBe('2026-02-28');
    expect(calendar.addMonths('2024-01-31', 1, { onDayOff: 'stays' }).dueOn).toBe('2024-02-29');
    expect(calendar.addMonths('2025-12-15', 14, { onDayOff: 'stays' }).dueOn).toBe('2027-02-15');
    expect(calendar.addMonths('2026-01-16', 1, { onDayOff: 'next-working-day' }).dueOn).toBe(
      '2026-02-24',
    );
    expect(() => calendar.addMonths('2026-01-16', -1, { onDayOff: 'stays' })).toThrow(RangeError);
  });
});

describe('a year without a notice', () => {
  it('counts by weekends and says that the day may move', () => {
    expect(calendar.addWorkingDays('2026-12-30', 2)).toEqual({
      dueOn: '2027-01-01',
      provisional: true,
      missingYears: [2027],
    });
    expect(calendar.addWorkingDays('2026-12-30', 1)).toMatchObject({
      dueOn: '2026-12-31',
      provisional: false,
    });
    expect(calendar.addWorkingDays('2022-06-01', 700)).toMatchObject({
      provisional: true,
      missingYears: [2022, 2023],
    });
    expect(calendar.addWorkingDays('2027-01-04', -1)).toMatchObject({
      dueOn: '2027-01-01',
      missingYears: [2027],
    });
    expect(calendar.isWorkingDay('2027-10-01')).toBe(true);
    expect(calendar.findMissingYears('2026-01-01', '2028-01-01')).toEqual([2027, 2028]);
    expect(
      calendar
        .addWorkingDays('2026-12-30', 2, { explain: true })
        .steps?.map(({ provisional }) => provisional),
    ).toEqual([false, true]);
  });

  it('does not matter to natural days unless the last one may be a day off', () => {
    expect(calendar.addNaturalDays('2026-12-30', 5, { onDayOff: 'stays' }).provisional).toBe(false);
    expect(
      calendar.addNaturalDays('2026-12-30', 5, { onDayOff: 'next-working-day' }).provisional,
    ).toBe(true);
  });

  it('in between counts by weekends too, and without any notice everything does', () => {
    const gap = createWorkingCalendar(publishedYears.filter(({ year }) => year !== 2025));
    expect(gap.countWorkingDays('2024-12-31', '2025-12-31')).toBe(261);
    expect(gap.countWorkingDays('2025-12-31', '2026-12-31')).toBe(248);
    expect(gap.addWorkingDays('2024-12-31', 300)).toMatchObject({ missingYears: [2025] });
    const bare = createWorkingCalendar([]);
    expect(bare.addWorkingDays('2026-02-13', 1)).toEqual({
      dueOn: '2026-02-16',
      provisional: true,
      missingYears: [2026],
    });
    expect(bare.addWorkingDays('1969-12-26', 3).dueOn).toBe('1969-12-31');
  });

  it('is no longer provisional once its notice is loaded', () => {
    const [, , known] = publishedYears;
    const loaded = createWorkingCalendar(
      known === undefined
        ? []
        : [...publishedYears, { ...known, year: 2027, holidays: [], makeUpDays: [] }],
    );
    expect(loaded.addWorkingDays('2026-12-30', 2)).toEqual({
      dueOn: '2027-01-01',
      provisional: false,
      missingYears: [],
    });
  });
});

describe('a year that somebody types in', () => {
  it('is told every mistake', () => {
    const [year] = publishedYears;
    const name = { 'zh-CN': '元旦', en: 'New Year’s Day' };
    const faults = checkCalendarYear({
      year: 2027,
      notice: year?.notice ?? { title: '', number: '', issuedOn: '2026-11-01' },
      holidays: [
        { name, from: '2027-01-01', to: '2027-01-03' },
        { name, from: '2027-01-03', to: '2027-01-03' },
        { name, from: '2027-02-29', to: '2027-03-01' },
        { name, from: '2027-05-05', to: '2027-05-01' },
        { name, from: '2027-10-01', to: '2027-10-31' },
        { name, from: '2026-12-31', to: '2026-12-31' },
        { name, from: '2026-12-20', to: '2026-12-20' },
      ],
      makeUpDays: [
        { name, day: '2027-01-02' },
        { name, day: '2027-01-06' },
        { name, day: 'x' },
      ],
    });
    expect(faults.map(({ day, fault }) => [day, fault])).toEqual([
      ['2027-01-03', 'named-twice'],
      ['2027-02-29', 'not-a-day'],
      ['2027-05-05', 'ends-before-start'],
      ['2027-10-01', 'too-long'],
      ['2026-12-20', 'outside-year'],
      ['2027-01-02', 'make-up-on-holiday'],
      ['2027-01-06', 'make-up-on-weekday'],
      ['x', 'not-a-day'],
    ]);
  });

  it('may reach into the end of the year before', () => {
    const name = { 'zh-CN': '元旦', en: 'New Year’s Day' };
    const notice = { title: '', number: '', issuedOn: '2026-11-01' };
    const reaching = createWorkingCalendar([
      ...publishedYears,
      {
        year: 2027,
        notice,
        holidays: [{ name, from: '2026-12-31', to: '2027-01-02' }],
        makeUpDays: [],
      },
    ]);
    expect(reaching.addWorkingDays('2026-12-30', 1).dueOn).toBe('2027-01-04');
  });
});
