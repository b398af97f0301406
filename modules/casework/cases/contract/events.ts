import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';
import { Id } from '#kernel/http/shapes.ts';

import { CaseAct } from './acts.ts';
import { CaseState } from './states.ts';

/** The live topic: `cases/<department>` for a department’s queue, `cases/<case>` for one case. */
export const LIVE = 'cases';

/** Ids and codes only: who applied for what is personal. */
export const CasePayload = z.object({
  caseId: Id,
  partyId: Id,
  matterId: Id,
  departmentId: Id.nullable(),
  windowId: Id.nullable(),
  licenceId: Id.nullable(),
  /** What was done; null when only time passed. */
  act: CaseAct.nullable(),
  state: CaseState,
  version: z.number().int(),
});
export type CasePayload = z.infer<typeof CasePayload>;

const tells = (what: string, zh: string, en: string) =>
  event({
    name: `cases.case-${what}`,
    version: 1,
    title: { 'zh-CN': zh, en },
    payload: CasePayload,
    live: ({ caseId, departmentId }) => [
      `${LIVE}/${caseId}`,
      ...(departmentId === null ? [] : [`${LIVE}/${departmentId}`]),
    ],
    liveFields: ['caseId', 'act', 'state', 'version'],
  });

export const events = {
  submitted: tells('submitted', '网上申报', 'Application submitted'),
  received: tells('received', '收件', 'Application received'),
  correctionTold: tells('correction-told', '补正告知', 'Correction asked for'),
  resubmitted: tells('resubmitted', '补正完成', 'Corrections handed in'),
  accepted: tells('accepted', '受理', 'Case accepted'),
  notAccepted: tells('not-accepted', '不予受理或不需许可', 'Case not accepted'),
  stopped: tells('stopped', '特别程序开始', 'Special procedure begun'),
  resumed: tells('resumed', '特别程序结束', 'Special procedure ended'),
  extended: tells('extended', '延期', 'Limit extended'),
  decided: tells('decided', '作出决定', 'Case decided'),
  ready: tells('ready', '待领', 'Result ready'),
  delivered: tells('delivered', '送达', 'Result delivered'),
  archived: tells('archived', '归档', 'Case archived'),
  ended: tells(
    'ended',
    '撤件、终止、转报或撤销',
    'Case withdrawn, terminated, passed on or revoked',
  ),
  /** Every other step: assigned, examined, a message, a paper. */
  changed: tells('changed', '办件进展', 'Case went on'),
  lit: tells('lit', '办件亮灯变化', 'Light of a case changed'),
  settingsChanged: event({
    name: 'cases.settings-changed',
    version: 1,
    title: { 'zh-CN': '办件设置变更', en: 'Case settings changed' },
    payload: z.object({ version: z.number().int() }),
  }),
  differenceFound: event({
    name: 'cases.difference-found',
    version: 1,
    title: { 'zh-CN': '办件与历史不一致', en: 'Case differs from its history' },
    payload: z.object({ caseId: Id, columns: z.array(z.string()) }),
  }),
} as const;
