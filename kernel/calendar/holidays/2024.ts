import type { CalendarYear } from '../calendar-year.ts';
import { HOLIDAY_NAMES as names } from './names.ts';

/** 2024, 251 working days. New Year's Eve of the lunar calendar, 9 February, is a working day by the notice. */
export const year2024: CalendarYear = {
  year: 2024,
  notice: {
    title: '国务院办公厅关于2024年部分节假日安排的通知',
    number: '国办发明电〔2023〕7号',
    issuedOn: '2023-10-25',
  },
  holidays: [
    { name: names.newYear, from: '2024-01-01', to: '2024-01-01' },
    { name: names.springFestival, from: '2024-02-10', to: '2024-02-17' },
    { name: names.qingming, from: '2024-04-04', to: '2024-04-06' },
    { name: names.labourDay, from: '2024-05-01', to: '2024-05-05' },
    { name: names.dragonBoat, from: '2024-06-10', to: '2024-06-10' },
    { name: names.midAutumn, from: '2024-09-15', to: '2024-09-17' },
    { name: names.nationalDay, from: '2024-10-01', to: '2024-10-07' },
  ],
  makeUpDays: [
    { name: names.springFestival, day: '2024-02-04' },
    { name: names.springFestival, day: '2024-02-18' },
    { name: names.qingming, day: '2024-04-07' },
    { name: names.labourDay, day: '2024-04-28' },
    { name: names.labourDay, day: '2024-05-11' },
    { name: names.midAutumn, day: '2024-09-14' },
    { name: names.nationalDay, day: '2024-09-29' },
    { name: names.nationalDay, day: '2024-10-12' },
  ],
};
