import type { Words } from '../../problems/contract.ts';

/** The statutory holidays as the notices call them. */
export const HOLIDAY_NAMES = {
  newYear: { 'zh-CN': '元旦', en: 'New Year’s Day' },
  springFestival: { 'zh-CN': '春节', en: 'Spring Festival' },
  qingming: { 'zh-CN': '清明节', en: 'Qingming Festival' },
  labourDay: { 'zh-CN': '劳动节', en: 'Labour Day' },
  dragonBoat: { 'zh-CN': '端午节', en: 'Dragon Boat Festival' },
  midAutumn: { 'zh-CN': '中秋节', en: 'Mid-Autumn Festival' },
  nationalDay: { 'zh-CN': '国庆节', en: 'National Day' },
  nationalDayAndMidAutumn: {
    'zh-CN': '国庆节、中秋节',
    en: 'National Day and Mid-Autumn Festival',
  },
} as const satisfies Readonly<Record<string, Words>>;
