import { defineMeasure, toCount, toMean } from '#kernel/module/measure.ts';

import { countSigned, sumMinutes } from './repository-list.ts';

/** What the targets of the projects are filled by. */
export const measures = [
  defineMeasure({
    name: 'seals.sets-issued',
    title: { 'zh-CN': '免费刻章发放套数', en: 'Free sets of seals issued' },
    query: {
      'zh-CN': '首次签收日期在期间内的印章套数，重刻不重复计。',
      en: 'Sets first signed for within the days; what was made again is not counted twice.',
    },
    unit: { 'zh-CN': '套', en: 'sets' },
    read: async (db, { centreId, from, until }) => {
      const rows = await countSigned(db, centreId, { from, to: until });
      return toCount(rows.reduce((sum, { sets }) => sum + sets, 0));
    },
  }),
  defineMeasure({
    name: 'seals.issue-minutes',
    title: { 'zh-CN': '免费刻章平均用时', en: 'Mean time from claim to signature' },
    query: {
      'zh-CN': '期间内首次签收的各套，从申领到签收的分钟数之平均。',
      en: 'Minutes from the claim to the first signature, mean over the sets signed within the days.',
    },
    unit: { 'zh-CN': '分钟', en: 'minutes' },
    read: async (db, { centreId, from, until }) => {
      const { minutes, sets } = await sumMinutes(db, centreId, { from, to: until });
      return toMean(minutes, sets);
    },
  }),
  defineMeasure({
    name: 'seals.issue-days',
    title: { 'zh-CN': '领照到取章工作日', en: 'Working days from licence to seals' },
    query: {
      'zh-CN': '期间内首次签收的各套，从领取营业执照到签收的工作日数之平均。',
      en: 'Working days from the licence to the first signature, mean over the sets signed within the days.',
    },
    unit: { 'zh-CN': '工作日', en: 'working days' },
    read: async (db, { centreId, from, until }) => {
      const rows = await countSigned(db, centreId, { from, to: until });
      const sum = (pick: (row: (typeof rows)[number]) => number) =>
        rows.reduce((total, row) => total + pick(row), 0);
      return toMean(
        sum((row) => row.days),
        sum((row) => row.sets),
      );
    },
  }),
];
