import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { publishedYears } from './holidays/published.ts';
import {
  createOpeningCalendar,
  OpeningHoursError,
  type OpeningHours,
  type OpeningInterval,
} from './opening-hours.ts';
import { toClosedDays, toMakeUpOpenings } from './statutory-closures.ts';
import { createWorkingCalendar } from './working-days.ts';

const weekday: OpeningInterval[] = [
  { from: '09:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const saturday: OpeningInterval[] = [{ from: '09:00', to: '12:00' }];
const week = { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: weekday, 6: saturday };
const HALL: OpeningHours = {
  weekly: [
    { validFrom: '2020-01-01', validTo: '2025-12-31', hours: { ...week, 6: [] } },
    { validFrom: '2026-01-01', hours: week },
  ],
  special: [
    ...toClosedDays(publishedYears),
    ...toMakeUpOpenings(publishedYears, weekday),
    {
      from: '2026-03-13',
      to: '2026-03-13',
      intervals: [{ from: '09:00', to: '11:00' }],
      reason: { 'zh-CN': '系统升级', en: 'System upgrade' },
    },
  ],
};
const hall = createOpeningCalendar(HALL);
const at = (local: string) => new Date(`${local}:00+08:00`);

describe('the opening hours of a hall', () => {
  it('have a break at noon, and the minute of closing is closed', () => {
    const open = ['2026-03-10T09:00', '2026-03-10T11:29', '2026-03-10T13:30', '2026-03-10T16:59'];
    const closed = [
      '2026-03-10T08:59',
      '2026-03-10T11:30',
      '2026-03-10T12:00',
      '2026-03-10T17:00',
      '2026-03-10T23:59',
    ];
    expect(open.filter((time) => !hall.isOpenAt(at(time)))).toEqual([]);
    expect(closed.filter((time) => hall.isOpenAt(at(time)))).toEqual([]);
  });

  it('include Saturdays, which are no working days of the law', () => {
    expect(hall.isOpenAt(at('2026-03-14T10:00'))).toBe(true);
    expect(createWorkingCalendar(publishedYears).isWorkingDay('2026-03-14')).toBe(false);
    expect(hall.isOpenAt(at('2026-03-15T10:00'))).toBe(false);
  });

  it('remember what held before', () => {
    expect(hall.hoursOn('2025-12-27').intervals).toEqual([]);
    expect(hall.hoursOn('2026-03-07').intervals).toEqual(saturday);
    expect(hall.hoursOn('2019-12-30').intervals).toEqual([]);
  });

  it('are closed on holidays, open on make-up Sundays and special on special days, and say why', () => {
    expect(hall.hoursOn('2026-02-16')).toMatchObject({
      intervals: [],
      reason: { 'zh-CN': '春节放假' },
    });
    expect(hall.hoursOn('2026-09-20')).toMatchObject({
      intervals: weekday,
      reason: { 'zh-CN': '国庆节调休上班' },
    });
    expect(hall.hoursOn('2026-03-13').reason?.en).toBe('System upgrade');
    expect(hall.hoursOn('2026-03-12').reason).toBeUndefined();
  });

  it('tell when the hall opens and closes next', () => {
    expect(hall.nextOpening(at('2026-03-10T12:00'))).toEqual(at('2026-03-10T13:30'));
    expect(hall.nextOpening(at('2026-03-10T10:15'))).toEqual(at('2026-03-10T10:15'));
    expect(hall.nextOpening(at('2026-02-14T17:00'))).toEqual(at('2026-02-24T09:00'));
    expect(hall.nextClosing(at('2026-03-10T10:15'))).toEqual(at('2026-03-10T11:30'));
    expect(hall.nextClosing(at('2026-03-14T13:00'))).toEqual(at('2026-03-16T11:30'));
  });

  it('count open minutes only', () => {
    expect(hall.openMinutesBetween(at('2026-03-10T11:00'), at('2026-03-10T14:00'))).toBe(60);
    expect(hall.openMinutesBetween(at('2026-03-10T16:30'), at('2026-03-11T09:30'))).toBe(60);
    expect(hall.openMinutesBetween(at('2026-02-14T16:00'), at('2026-02-24T10:00'))).toBe(120);
    expect(hall.openMinutesBetween(at('2026-03-10T14:00'), at('2026-03-10T11:00'))).toBe(0);
  });

  it('of a place that never opens have no next opening', () => {
    const never = createOpeningCalendar({ weekly: [], special: [] });
    expect(never.nextOpening(at('2026-03-10T12:00'))).toBeUndefined();
    expect(never.nextClosing(at('2026-03-10T12:00'))).toBeUndefined();
    const always = createOpeningCalendar({
      weekly: [
        {
          validFrom: '2020-01-01',
          hours: Object.fromEntries(
            [0, 1, 2, 3, 4, 5, 6].map((day) => [day, [{ from: '00:00', to: '24:00' }]]),
          ),
        },
      ],
      special: [],
    });
    expect(always.nextClosing(at('2026-03-10T12:00'))).toBeUndefined();
    expect(always.openMinutesBetween(at('2026-03-10T12:00'), at('2026-03-12T12:00'))).toBe(2880);
  });

  it('follow the clock of their own zone', () => {
    const abroad = createOpeningCalendar({ ...HALL, zone: 'America/New_York' });
    expect(abroad.isOpenAt(new Date('2026-03-10T13:00:00Z'))).toBe(true);
    expect(abroad.isOpenAt(new Date('2026-03-10T01:00:00Z'))).toBe(false);
    expect(abroad.nextOpening(new Date('2026-03-08T05:00:00Z'))?.toISOString()).toBe(
      '2026-03-09T13:00:00.000Z',
    );
  });
});

describe('opening minutes', () => {
  const instants = fc.date({
    min: at('2026-01-01T00:00'),
    max: at('2026-04-30T00:00'),
    noInvalidDate: true,
  });

  it('add up over any moment in between', () => {
    const whole = instants.map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));
    fc.assert(
      fc.property(whole, whole, whole, (...three) => {
        const [first, second, third] = three.toSorted(
          (left, right) => left.getTime() - right.getTime(),
        );
        const [from, middle, to] = [
          first ?? new Date(0),
          second ?? new Date(0),
          third ?? new Date(0),
        ];
        expect(hall.openMinutesBetween(from, to)).toBe(
          hall.openMinutesBetween(from, middle) + hall.openMinutesBetween(middle, to),
        );
      }),
    );
  });

  it('are none until the next opening, at which the hall is open', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const opening = hall.nextOpening(instant) ?? new Date(0);
        expect(hall.isOpenAt(opening)).toBe(true);
        expect(hall.openMinutesBetween(instant, opening)).toBe(0);
        const closing = hall.nextClosing(instant) ?? new Date(0);
        expect(hall.isOpenAt(closing)).toBe(false);
        expect(closing > opening).toBe(true);
      }),
    );
  });
});

describe('opening hours that contradict themselves', () => {
  const faultOf = (hours: Partial<OpeningHours>) => {
    try {
      createOpeningCalendar({ weekly: [], special: [], ...hours });
      return 'accepted';
    } catch (error) {
      return error instanceof OpeningHoursError ? error.fault : 'other';
    }
  };
  const onMonday = (intervals: OpeningInterval[]) =>
    faultOf({ weekly: [{ validFrom: '2026-01-01', hours: { 1: intervals } }] });

  it('are refused with the reason', () => {
    expect(onMonday([{ from: '9:00', to: '11:30' }])).toBe('time');
    expect(onMonday([{ from: '09:00', to: '24:30' }])).toBe('time');
    expect(onMonday([{ from: '11:30', to: '09:00' }])).toBe('order');
    expect(onMonday([...weekday].toReversed())).toBe('overlap');
    expect(
      onMonday([
        { from: '09:00', to: '12:00' },
        { from: '11:00', to: '13:00' },
      ]),
    ).toBe('overlap');
    expect(faultOf({ zone: 'Asia/Nowhere' })).toBe('zone');
    expect(faultOf({ weekly: [{ validFrom: '2026-02-30', hours: {} }] })).toBe('day');
    expect(
      faultOf({ weekly: [{ validFrom: '2026-02-03', validTo: '2026-02-02', hours: {} }] }),
    ).toBe('range');
    expect(onMonday([{ from: '00:00', to: '24:00' }])).toBe('accepted');
  });
});
