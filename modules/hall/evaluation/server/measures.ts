import { defineMeasure, toShare } from '#kernel/module/measure.ts';

import { countMended, countRatings } from './repository-measures.ts';

const PERCENT = { 'zh-CN': '%', en: '%' };

/** What people say of the services of some days. */
export const measures = [
  defineMeasure({
    name: 'evaluation.satisfaction-share',
    title: { 'zh-CN': '好差评满意率', en: 'Satisfaction' },
    query: {
      'zh-CN':
        '期间内服务收到的有效评价中，非常满意、满意、基本满意的比例；存疑和已剔除的评价不计。',
      en: 'Of the counted ratings of services of the days, those of the three upper grades; suspect and excluded ones are left out.',
    },
    unit: PERCENT,
    read: async (db, span) => {
      const { all, content } = await countRatings(db, span);
      return toShare(content, all);
    },
  }),
  defineMeasure({
    name: 'evaluation.mended-in-time-share',
    title: { 'zh-CN': '差评按期整改率', en: 'Bad ratings mended in time' },
    query: {
      'zh-CN': '期间内服务的差评已办结的，其中按期联系并按期整改的比例。',
      en: 'Of the closed bad ratings of services of the days, those contacted and mended in time.',
    },
    unit: PERCENT,
    read: async (db, span) => {
      const { all, inTime } = await countMended(db, span);
      return toShare(inTime, all);
    },
  }),
];
