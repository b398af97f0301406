import { addDays } from '#kernel/clock/day.ts';
import { startOfLocalDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';
import { defineMeasure, type MeasureSpan, toCount, toShare } from '#kernel/module/measure.ts';
import { toYuanText } from '#kernel/money/fen.ts';

import { sumSettledCost } from './repository-bill.ts';
import { countFigures } from './repository.ts';

const read = (db: Db, { centreId, from, until }: MeasureSpan) =>
  countFigures(db, centreId, {
    from: startOfLocalDay(from),
    until: startOfLocalDay(addDays(until, 1)),
  });

/** What the targets of the projects are filled by. */
export const measures = [
  defineMeasure({
    name: 'courier.parcels',
    title: { 'zh-CN': '免费寄递件数', en: 'Free parcels' },
    query: {
      'zh-CN': '期间内与快递公司完成交接的快件数。',
      en: 'Parcels handed over to a carrier within the days.',
    },
    unit: { 'zh-CN': '件', en: 'parcels' },
    read: async (db, span) => toCount((await read(db, span)).sent),
  }),
  defineMeasure({
    name: 'courier.delivered-share',
    title: { 'zh-CN': '快件妥投率', en: 'Share of parcels delivered' },
    query: {
      'zh-CN': '期间内交接的快件中，已签收数占已有结果（签收、退回、丢失或损坏）数的百分比。',
      en: 'Of parcels handed over within the days, those signed for in percent of those that ended.',
    },
    unit: { 'zh-CN': '%', en: '%' },
    read: async (db, span) => {
      const { signed, returned, lost } = await read(db, span);
      return toShare(signed, signed + returned + lost);
    },
  }),
  defineMeasure({
    name: 'courier.cost-per-parcel',
    title: { 'zh-CN': '每件寄递成本', en: 'Cost of a parcel' },
    query: {
      'zh-CN': '期间内签收且已提交结算的快件，按合同单价的金额除以件数。',
      en: 'Of parcels signed for within the days and handed on for settlement: what they cost, mean of each.',
    },
    unit: { 'zh-CN': '元', en: 'yuan' },
    read: async (db, { centreId, from, until }) => {
      const { fen, parcels } = await sumSettledCost(db, centreId, { from, until });
      const count = BigInt(parcels);
      const mean = count === 0n ? null : toYuanText((fen * 2n + count) / (count * 2n));
      return { value: mean, events: parcels };
    },
  }),
];
