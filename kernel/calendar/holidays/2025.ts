import type { CalendarYear } from '../calendar-year.ts';
import { HOLIDAY_NAMES as names } from './names.ts';

/** 2025, 248 working days. */
export const year2025: CalendarYear = {
  year: 2025,
  notice: {
    title: '国务院办公厅关于2025年部分节假日安排的通知',
    number: '国办发明电〔2024〕12号',
    issuedOn: '2024-11-12',
  },
  holidays: [
    { name: names.newYear, from: '2025-01-01', to: '2025-01-01' },
    { name: names.springFestival, from: '2025-01-28', to: '2025-02-04' },
    { name: names.qingming, from: '2025-04-04', to: '2025-04-06' },
    { name: names.labourDay, from: '2025-05-01', to: '2025-05-05' },
    { name: names.dragonBoat, from: '2025-05-31', to: '2025-06-02' },
    { name: names.nationalDayAndMidAutumn, from: '2025-10-01', to: '2025-10-08' },
  ],
  makeUpDays: [
    { name: names.springFestival, day: '2025-01-26' },
    { name: names.springFestival, day: '2025-02-08' },
    { name: names.labourDay, day: '2025-04-27' },
    { name: names.nationalDayAndMidAutumn, day: '2025-09-28' },
    { name: names.nationalDayAndMidAutumn, day: '2025-10-11' },
  ],
};
