import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';
import { Id } from '#kernel/http/shapes.ts';

import { BadAct, BadState } from './bad-case.ts';
import { Channel } from './channels.ts';
import { ConfirmationState } from './confirmations.ts';
import { Grade } from './grades.ts';
import { ExclusionGround } from './shapes.ts';

/** The live topic of the pad at a window: `evaluation.window/<window>`; of a unit's bad ratings: `evaluation.bad`. */
export const LIVE_WINDOW = 'evaluation.window';
export const LIVE_BAD = 'evaluation.bad';

/** Ids only: who said what is personal. */
const About = z.object({
  serviceId: Id,
  windowId: Id.nullable(),
  departmentId: Id.nullable(),
  personId: Id.nullable(),
  caseId: Id.nullable(),
});

const Rated = About.extend({
  evaluationId: Id,
  number: z.number().int(),
  grade: Grade,
  channel: Channel,
  isBad: z.boolean(),
});

const Bad = About.extend({
  evaluationId: Id,
  act: BadAct,
  state: BadState,
  version: z.number().int(),
});

const Confirming = z.object({
  confirmationId: Id,
  windowId: Id,
  caseId: Id,
  documentId: Id.nullable(),
  state: ConfirmationState,
  signatureFileId: Id.nullable(),
  textHash: z.string(),
  signatureHash: z.string().nullable(),
  proofHash: z.string().nullable(),
});

const atWindow = ({ windowId }: { readonly windowId: string | null }) =>
  windowId === null ? undefined : `${LIVE_WINDOW}/${windowId}`;

export const events = {
  invited: event({
    name: 'evaluation.invited',
    version: 1,
    title: { 'zh-CN': '邀请评价', en: 'Invited to rate' },
    payload: About,
    live: atWindow,
    liveFields: ['serviceId'],
  }),
  confirmationAsked: event({
    name: 'evaluation.confirmation-asked',
    version: 1,
    title: { 'zh-CN': '发起文书签名', en: 'Asked to sign a paper' },
    payload: Confirming,
    live: atWindow,
    liveFields: ['confirmationId', 'state'],
  }),
  /** Signed, refused, taken back or lapsed; a signed one carries the hashes that bind it. */
  confirmationSettled: event({
    name: 'evaluation.confirmation-settled',
    version: 1,
    title: { 'zh-CN': '文书签名结果', en: 'Paper signed or not' },
    payload: Confirming,
    live: atWindow,
    liveFields: ['confirmationId', 'state'],
  }),
  rated: event({
    name: 'evaluation.rated',
    version: 1,
    title: { 'zh-CN': '作出评价', en: 'Rated' },
    payload: Rated,
    live: atWindow,
    liveFields: ['serviceId'],
  }),
  defaulted: event({
    name: 'evaluation.defaulted',
    version: 1,
    title: { 'zh-CN': '系统默认评价', en: 'Default marked' },
    payload: Rated,
  }),
  suspected: event({
    name: 'evaluation.suspected',
    version: 1,
    title: { 'zh-CN': '评价存疑', en: 'Rating suspected' },
    payload: Rated.extend({ codes: z.array(z.string()) }),
    live: () => LIVE_BAD,
  }),
  judged: event({
    name: 'evaluation.judged',
    version: 1,
    title: { 'zh-CN': '存疑评价核查完毕', en: 'Suspect rating looked at' },
    payload: Rated.extend({ ground: ExclusionGround.nullable() }),
    live: () => LIVE_BAD,
  }),
  badWentOn: event({
    name: 'evaluation.bad-went-on',
    version: 1,
    title: { 'zh-CN': '差评整改进展', en: 'Bad rating went on' },
    payload: Bad,
    live: () => LIVE_BAD,
  }),
  /** What 考评 counts: the unit found a bad rating true. */
  badConfirmed: event({
    name: 'evaluation.bad-confirmed',
    version: 1,
    title: { 'zh-CN': '差评属实', en: 'Bad rating confirmed' },
    payload: Bad,
  }),
  badExcluded: event({
    name: 'evaluation.bad-excluded',
    version: 1,
    title: { 'zh-CN': '差评剔除', en: 'Bad rating excluded' },
    payload: Bad.extend({ ground: ExclusionGround }),
    live: () => LIVE_BAD,
  }),
  badOverdue: event({
    name: 'evaluation.bad-overdue',
    version: 1,
    title: { 'zh-CN': '差评处理超期', en: 'Bad rating overdue' },
    payload: Bad.extend({ what: z.enum(['contact', 'rectify', 'call-back']) }),
    live: () => LIVE_BAD,
  }),
  raterRevealed: event({
    name: 'evaluation.rater-revealed',
    version: 1,
    title: { 'zh-CN': '查看评价人联系方式', en: 'Rater revealed' },
    payload: z.object({ evaluationId: Id }),
  }),
  optionsIssued: event({
    name: 'evaluation.options-issued',
    version: 1,
    title: { 'zh-CN': '评价指标发布', en: 'Options issued' },
    payload: z.object({ version: z.number().int() }),
  }),
  settingsChanged: event({
    name: 'evaluation.settings-changed',
    version: 1,
    title: { 'zh-CN': '好差评设置变更', en: 'Rating settings changed' },
    payload: z.object({ version: z.number().int() }),
  }),
} as const;
