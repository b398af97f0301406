import { defineMeasure, toCount, toMean, toShare } from '#kernel/module/measure.ts';

import { countWindowsServed, sumVisits } from './repository-amounts.ts';

/** What the days of the hall give by themselves. */
export const measures = [
  defineMeasure({
    name: 'queue.served',
    title: { 'zh-CN': '窗口接待量', en: 'Visits served' },
    query: {
      'zh-CN': '期间内叫号办结的号票数，弃号不计。',
      en: 'Tickets served over the days; abandoned ones are left out.',
    },
    unit: { 'zh-CN': '人次', en: 'visits' },
    read: async (db, span) => toCount((await sumVisits(db, span)).served),
  }),
  defineMeasure({
    name: 'queue.average-wait-minutes',
    title: { 'zh-CN': '平均等候时间', en: 'Average wait' },
    query: {
      'zh-CN': '期间内号票从取号到首次叫号的平均分钟数。',
      en: 'Minutes from taking a ticket to being called first, on average.',
    },
    unit: { 'zh-CN': '分钟', en: 'minutes' },
    read: async (db, span) => {
      const { waited, waitedSeconds } = await sumVisits(db, span);
      return { ...toMean(waitedSeconds, waited * 60), events: waited };
    },
  }),
  defineMeasure({
    name: 'queue.waited-15-share',
    title: { 'zh-CN': '等候不超过15分钟的比例', en: 'Waited at most 15 minutes' },
    query: {
      'zh-CN': '期间内有叫号记录的号票中，等候不超过15分钟的比例。',
      en: 'Of the tickets that were called over the days, those that waited at most fifteen minutes.',
    },
    unit: { 'zh-CN': '%', en: '%' },
    read: async (db, span) => {
      const { waited, waitedShort } = await sumVisits(db, span);
      return toShare(waitedShort, waited);
    },
  }),
  defineMeasure({
    name: 'queue.windows-served',
    title: { 'zh-CN': '开窗服务窗口数', en: 'Windows served' },
    query: {
      'zh-CN': '期间内有工作人员签到开窗的窗口数，同一窗口只计一次。',
      en: 'Windows at which somebody signed in over the days, each counted once.',
    },
    unit: { 'zh-CN': '个', en: 'windows' },
    read: async (db, span) => toCount(await countWindowsServed(db, span)),
  }),
];
