import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';
import { Day, Id } from '#kernel/http/shapes.ts';

import { SealKind } from './kinds.ts';
import { SetAct, SetState } from './state.ts';

/** Who shows sets follows this topic. */
export const LIVE = 'seals';

/** No name of anybody is in it. */
export const SetPayload = z.object({
  setId: Id,
  number: z.string(),
  partyId: Id,
  licenceId: Id,
  caseNo: z.string(),
  makerId: Id.nullable(),
  act: SetAct,
  from: SetState.nullable(),
  to: SetState,
  way: z.enum(['window', 'courier']).nullable(),
  version: z.number().int(),
});
export type SetPayload = z.infer<typeof SetPayload>;

export const events = {
  moved: event({
    name: 'seals.set-moved',
    version: 1,
    title: { 'zh-CN': '刻章进展', en: 'Set of seals went on' },
    payload: SetPayload,
    live: () => LIVE,
    liveFields: ['setId', 'act', 'to', 'version'],
  }),
  /** Signed for the first time: what a metered contract pays for. */
  issued: event({
    name: 'seals.set-issued',
    version: 1,
    title: { 'zh-CN': '免费印章发放', en: 'Free set of seals issued' },
    payload: z.object({
      setId: Id,
      number: z.string(),
      makerId: Id,
      day: Day,
      /** Working days from the licence to the signature. */
      days: z.number().int(),
    }),
    live: () => LIVE,
  }),
  remade: event({
    name: 'seals.remake-asked',
    version: 1,
    title: { 'zh-CN': '要求重刻', en: 'Seals have to be made again' },
    payload: z.object({ setId: Id, makerId: Id, kinds: z.array(SealKind) }),
    live: () => LIVE,
  }),
  makerChanged: event({
    name: 'seals.maker-changed',
    version: 1,
    title: { 'zh-CN': '刻章单位变更', en: 'Maker changed' },
    payload: z.object({ makerId: Id, isActive: z.boolean() }),
    live: () => LIVE,
  }),
  monthChanged: event({
    name: 'seals.month-changed',
    version: 1,
    title: { 'zh-CN': '刻章月结进展', en: 'Month of seals changed' },
    payload: z.object({
      month: z.string(),
      act: z.enum(['close', 'dispute', 'judge', 'hand-on']),
      sets: z.number().int(),
    }),
    live: () => LIVE,
  }),
  settingsChanged: event({
    name: 'seals.settings-changed',
    version: 1,
    title: { 'zh-CN': '刻章规则变更', en: 'Rules of seals changed' },
    payload: z.object({ version: z.number().int() }),
    live: () => LIVE,
  }),
  exported: event({
    name: 'seals.list-exported',
    version: 1,
    title: { 'zh-CN': '导出刻章清单', en: 'List of seals exported' },
    payload: z.object({ rows: z.number().int() }),
  }),
  drawn: event({
    name: 'seals.drawing-taken',
    version: 1,
    title: { 'zh-CN': '取用印样', en: 'Drawing of seals taken' },
    payload: z.object({ setId: Id, form: z.enum(['svg', 'pdf']) }),
  }),
} as const;
