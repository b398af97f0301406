import { endOfLocalDay, startOfLocalDay } from '#kernel/clock/local-day.ts';
import { defineMeasure, type MeasureSpan, toCount, toShare } from '#kernel/module/measure.ts';

import { type Between, countResolved, sumDownSeconds } from './repository-measures.ts';

const between = ({ centreId, from, until }: MeasureSpan): Between => ({
  centreId,
  from: startOfLocalDay(from),
  until: endOfLocalDay(until),
});

const PERCENT = { 'zh-CN': '%', en: '%' };
const RESOLVED_HOURS = 8;

/** What the record of devices gives by itself. */
export const measures = [
  defineMeasure({
    name: 'devices.availability-share',
    title: { 'zh-CN': '设备可用率', en: 'Availability of devices' },
    query: {
      'zh-CN':
        '已接入监测的在用设备期间总时长中，没有严重或重要故障的时长所占比例；同一设备重叠的故障只计一次。',
      en: 'Of the time of the devices in service that report, that without a critical or major fault; overlapping faults of a device count once.',
    },
    unit: PERCENT,
    read: async (db, span) => {
      const { from, until, ...centre } = between(span);
      const { devices, downSeconds } = await sumDownSeconds(db, { ...centre, from, until });
      const whole = devices * Math.ceil((until.getTime() - from.getTime()) / 1000);
      return { ...toShare(whole - downSeconds, whole), events: devices };
    },
  }),
  defineMeasure({
    name: 'devices.faults',
    title: { 'zh-CN': '设备故障数', en: 'Faults of devices' },
    query: {
      'zh-CN': '期间内报告的设备故障数。',
      en: 'Faults of devices reported over the days.',
    },
    unit: { 'zh-CN': '次', en: 'faults' },
    read: async (db, span) => toCount((await countResolved(db, between(span), RESOLVED_HOURS)).all),
  }),
  defineMeasure({
    name: 'devices.resolved-in-8-hours-share',
    title: { 'zh-CN': '故障8小时内排除率', en: 'Faults mended within 8 hours' },
    query: {
      'zh-CN': '期间内报告的设备故障中，8小时内排除的比例。',
      en: 'Of the faults reported over the days, those mended within eight hours.',
    },
    unit: PERCENT,
    read: async (db, span) => {
      const { all, inTime } = await countResolved(db, between(span), RESOLVED_HOURS);
      return toShare(inTime, all);
    },
  }),
];
