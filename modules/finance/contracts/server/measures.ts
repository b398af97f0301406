import { defineMeasure, toCount } from '#kernel/module/measure.ts';
import type { Words } from '#kernel/problems/contract.ts';

import { sumCountedBetween } from './repository-meters.ts';

interface Counted {
  readonly name: string;
  readonly eventType: string;
  readonly title: Words;
  readonly unit: Words;
}

const COUNTED: readonly Counted[] = [
  {
    name: 'contracts.counted-seals',
    eventType: 'seals.set-issued',
    title: { 'zh-CN': '计量合同计数：免费印章', en: 'Counted for payment: seal sets' },
    unit: { 'zh-CN': '套', en: 'sets' },
  },
  {
    name: 'contracts.counted-parcels',
    eventType: 'courier.parcel-sent',
    title: { 'zh-CN': '计量合同计数：快递', en: 'Counted for payment: parcels' },
    unit: { 'zh-CN': '件', en: 'parcels' },
  },
];

/** What metered contracts are paid for, as it was counted. */
export const measures = COUNTED.map(({ name, eventType, title, unit }) =>
  defineMeasure({
    name,
    title,
    unit,
    query: {
      'zh-CN': `期间内移交计量合同的业务事件（${eventType}）数量，每一事件只计一次。`,
      en: `Operational events (${eventType}) handed to metered contracts over the days, each counted once.`,
    },
    read: async (db, span) => toCount(await sumCountedBetween(db, span, eventType)),
  }),
);
