import { defineMeasure, type Measure, toCount } from '#kernel/module/measure.ts';

import { centreDay } from './centre-day.ts';
import type { PremisesDeps } from './deps.ts';
import { toDaysSaved } from './look/get-figures.ts';
import { countFiledBetween, countUsesBetween } from './repository-uses.ts';
import { readSettings } from './settings.ts';

const UNITS = { 'zh-CN': '套', en: 'units' };

/** What the register gives by itself for the targets of the centre. */
export const createMeasures = (deps: PremisesDeps): readonly Measure[] => [
  defineMeasure({
    name: 'premises.units-filed',
    title: { 'zh-CN': '新备案房屋单元', en: 'Units newly filed' },
    query: {
      'zh-CN': '期间首次准予备案的房屋单元数。',
      en: 'Units whose first version was filed in the span.',
    },
    unit: UNITS,
    read: async (db, { centreId, from, until }) => {
      const { zone } = await centreDay(deps, db, centreId);
      return toCount(await countFiledBetween(db, centreId, { from, until, zone }));
    },
  }),
  defineMeasure({
    name: 'premises.reused',
    title: { 'zh-CN': '住所备案调用次数', en: 'Uses of filed premises' },
    query: {
      'zh-CN': '期间办件以备案住所代替住所证明的次数。',
      en: 'How often cases of the span used filed premises in place of papers.',
    },
    unit: { 'zh-CN': '次', en: 'uses' },
    read: async (db, { centreId, from, until }) => {
      const { zone } = await centreDay(deps, db, centreId);
      const { uses } = await countUsesBetween(db, centreId, { from, until, zone });
      return toCount(uses);
    },
  }),
  defineMeasure({
    name: 'premises.days-saved',
    title: { 'zh-CN': '调用节省天数', en: 'Days saved by uses' },
    query: {
      'zh-CN': '期间调用次数乘以中心核定的每次节省天数。',
      en: 'Uses of the span, times the days that the centre reckons for each.',
    },
    unit: { 'zh-CN': '天', en: 'days' },
    read: async (db, { centreId, from, until }) => {
      const { zone } = await centreDay(deps, db, centreId);
      const [{ uses }, { daysSavedPerUse }] = await Promise.all([
        countUsesBetween(db, centreId, { from, until, zone }),
        readSettings(db, centreId),
      ]);
      return { value: toDaysSaved(uses, daysSavedPerUse), events: uses };
    },
  }),
];
