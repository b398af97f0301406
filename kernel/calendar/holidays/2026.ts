import type { CalendarYear } from '../calendar-year.ts';
import { HOLIDAY_NAMES as names } from './names.ts';

/** 2026, 248 working days. */
export const year2026: CalendarYear = {
  year: 2026,
  notice: {
    title: '国务院办公厅关于2026年部分节假日安排的通知',
    number: '国办发明电〔2025〕7号',
    issuedOn: '2025-11-04',
  },
  holidays: [
    { name: names.newYear, from: '2026-01-01', to: '2026-01-03' },
    { name: names.springFestival, from: '2026-02-15', to: '2026-02-23' },
    { name: names.qingming, from: '2026-04-04', to: '2026-04-06' },
    { name: names.labourDay, from: '2026-05-01', to: '2026-05-05' },
    { name: names.dragonBoat, from: '2026-06-19', to: '2026-06-21' },
    { name: names.midAutumn, from: '2026-09-25', to: '2026-09-27' },
    { name: names.nationalDay, from: '2026-10-01', to: '2026-10-07' },
  ],
  makeUpDays: [
    { name: names.newYear, day: '2026-01-04' },
    { name: names.springFestival, day: '2026-02-14' },
    { name: names.springFestival, day: '2026-02-28' },
    { name: names.labourDay, day: '2026-05-09' },
    { name: names.nationalDay, day: '2026-09-20' },
    { name: names.nationalDay, day: '2026-10-10' },
  ],
};
