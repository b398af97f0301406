import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';
import { Day, Id } from '#kernel/http/shapes.ts';

import { Direction, ParcelState } from './state.ts';

export const LIVE = 'courier';

export const SubjectKind = z.enum(['seals.set', 'cases.case']);
export type SubjectKind = z.infer<typeof SubjectKind>;

/** No name and no address is in it. */
const About = z.object({
  parcelId: Id,
  number: z.string(),
  direction: Direction,
  subjectKind: SubjectKind,
  subjectId: Id,
  state: ParcelState,
  trackingNo: z.string(),
});

export const events = {
  moved: event({
    name: 'courier.parcel-moved',
    version: 1,
    title: { 'zh-CN': '快件进展', en: 'Parcel went on' },
    payload: About,
    live: () => LIVE,
    liveFields: ['parcelId', 'state'],
  }),
  /** Signed for or back: what hangs on the parcel follows. */
  ended: event({
    name: 'courier.parcel-ended',
    version: 1,
    title: { 'zh-CN': '快件签收或退回', en: 'Parcel signed for or back' },
    payload: About.extend({ day: Day }),
    live: () => LIVE,
  }),
  pushed: event({
    name: 'courier.push-unknown',
    version: 1,
    title: { 'zh-CN': '收到未知快件的推送', en: 'Push for an unknown parcel' },
    payload: z.object({ carrierId: Id, trackingNo: z.string() }),
    live: () => LIVE,
  }),
  handedOver: event({
    name: 'courier.parcels-handed-over',
    version: 1,
    title: { 'zh-CN': '快件交接', en: 'Parcels handed over' },
    payload: z.object({ handOverId: Id, number: z.string(), parcels: z.number().int() }),
    live: () => LIVE,
  }),
  monthChanged: event({
    name: 'courier.month-changed',
    version: 1,
    title: { 'zh-CN': '快递月结进展', en: 'Month of parcels went on' },
    payload: z.object({
      month: z.string(),
      act: z.enum(['match', 'judge', 'hand-on']),
      lines: z.number().int(),
    }),
    live: () => LIVE,
  }),
  exported: event({
    name: 'courier.lines-exported',
    version: 1,
    title: { 'zh-CN': '快递账单导出', en: 'Lines of a bill taken as a sheet' },
    payload: z.object({ rows: z.number().int() }),
  }),
  settingsChanged: event({
    name: 'courier.settings-changed',
    version: 1,
    title: { 'zh-CN': '免费寄递规则变更', en: 'Rules of free parcels changed' },
    payload: z.object({ version: z.number().int() }),
  }),
  carrierChanged: event({
    name: 'courier.carrier-changed',
    version: 1,
    title: { 'zh-CN': '快递公司变更', en: 'Carrier changed' },
    payload: z.object({ carrierId: Id, isActive: z.boolean() }),
    live: () => LIVE,
  }),
} as const;
