import { DEFAULT_ZONE, endOfLocalDay, startOfLocalDay } from '#kernel/clock/local-day.ts';
import { defineMeasure, type MeasureSpan, toCount, toShare } from '#kernel/module/measure.ts';

import { type Between, countAccepted, countDecided, countReceived } from './repository-measures.ts';

const between = ({ centreId, from, until }: MeasureSpan): Between => ({
  centreId,
  from: startOfLocalDay(from),
  until: endOfLocalDay(until),
});

const PERCENT = { 'zh-CN': '%', en: '%' };

/** What the record of cases gives by itself over days. */
export const measures = [
  defineMeasure({
    name: 'cases.received',
    title: { 'zh-CN': '办件收件量', en: 'Applications received' },
    query: {
      'zh-CN': '期间内提交的办件数，草稿和一件事主件不计。',
      en: 'Applications handed in over the days; drafts and the covers of bundles are left out.',
    },
    unit: { 'zh-CN': '件', en: 'cases' },
    read: async (db, span) => toCount((await countReceived(db, between(span))).all),
  }),
  defineMeasure({
    name: 'cases.without-visit-share',
    title: { 'zh-CN': '不见面办理率', en: 'Handed in without a visit' },
    query: {
      'zh-CN': '期间内提交的办件中，不经窗口（网上、自助、移动、代收、云综窗）提交的比例。',
      en: 'Of the applications handed in over the days, those not brought to a window.',
    },
    unit: PERCENT,
    read: async (db, span) => {
      const { all, withoutVisit } = await countReceived(db, between(span));
      return toShare(withoutVisit, all);
    },
  }),
  defineMeasure({
    name: 'cases.accepted-in-time-share',
    title: { 'zh-CN': '按期受理率', en: 'Accepted in time' },
    query: {
      'zh-CN': '期间内受理的办件中，由工作人员在法定期限内受理而非逾期视为受理的比例。',
      en: 'Of the cases accepted over the days, those accepted by a person and not by the lapse of the limit.',
    },
    unit: PERCENT,
    read: async (db, span) => {
      const { all, inTime } = await countAccepted(db, between(span));
      return toShare(inTime, all);
    },
  }),
  defineMeasure({
    name: 'cases.decided-in-time-share',
    title: { 'zh-CN': '按期办结率', en: 'Decided in time' },
    query: {
      'zh-CN':
        '期间内作出准予或不予许可决定的办件中，决定日不晚于承诺期限（无承诺的为法定期限）的比例。',
      en: 'Of the decisions over the days, those not later than the promised day, or the statutory one where none was promised.',
    },
    unit: PERCENT,
    read: async (db, span) => {
      const { all, inTime } = await countDecided(db, between(span), DEFAULT_ZONE);
      return toShare(inTime, all);
    },
  }),
];
