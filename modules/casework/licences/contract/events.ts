import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';
import { Id } from '#kernel/http/shapes.ts';

import { LicenceState, StateAct } from './state.ts';

const About = z.object({
  licenceId: Id,
  kind: z.string(),
  number: z.string(),
  identifier: z.string(),
});

/** Names of holders are in none of them. */
export const events = {
  issued: event({
    name: 'licences.licence-issued',
    version: 1,
    title: { 'zh-CN': '证照制发', en: 'Licence issued' },
    payload: About.extend({
      how: z.enum(['issue', 'import', 'change', 'renew', 'replace']),
      caseNumber: z.string(),
      formerId: Id.nullable(),
    }),
    live: ({ licenceId }) => ['licences', `licences/${licenceId}`],
  }),
  stateChanged: event({
    name: 'licences.state-changed',
    version: 1,
    title: { 'zh-CN': '证照状态变更', en: 'State of a licence changed' },
    payload: About.extend({
      act: z.enum([...StateAct.options, 'expire']),
      from: LicenceState,
      to: LicenceState,
    }),
    live: ({ licenceId }) => ['licences', `licences/${licenceId}`],
  }),
  used: event({
    name: 'licences.licence-used',
    version: 1,
    title: { 'zh-CN': '证照调用', en: 'Licence used as a paper' },
    payload: About.extend({ caseNumber: z.string() }),
  }),
  verified: event({
    name: 'licences.showing-verified',
    version: 1,
    title: { 'zh-CN': '亮证核验', en: 'Shown licence verified' },
    payload: About.extend({ showingId: Id }),
  }),
  printed: event({
    name: 'licences.licence-printed',
    version: 1,
    title: { 'zh-CN': '证照打印下载', en: 'Licence printed or downloaded' },
    payload: About.extend({ form: z.string() }),
  }),
  exported: event({
    name: 'licences.list-exported',
    version: 1,
    title: { 'zh-CN': '导出证照清单', en: 'Licences exported' },
    payload: z.object({ rows: z.number().int() }),
  }),
  reminded: event({
    name: 'licences.holder-reminded',
    version: 1,
    title: { 'zh-CN': '证照到期提醒', en: 'Holder reminded of the end of a licence' },
    payload: About.extend({ days: z.number().int(), reached: z.boolean() }),
  }),
  kindChanged: event({
    name: 'licences.kind-changed',
    version: 1,
    title: { 'zh-CN': '证照类型变更', en: 'Kind of licence changed' },
    payload: z.object({ code: z.string() }),
  }),
  keysRotated: event({
    name: 'licences.keys-rotated',
    version: 1,
    title: { 'zh-CN': '证照内容换钥加密', en: 'Licences sealed with a new key' },
    payload: z.object({ rows: z.number().int() }),
  }),
} as const;
