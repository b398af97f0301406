import { z } from 'zod';

import type { Words } from '#kernel/problems/contract.ts';

/** Where a case stands. */
export const CaseState = z.enum([
  'draft',
  'submitted',
  'received',
  'correcting',
  'corrected',
  'not-needed',
  'refused',
  'accepted',
  'reviewing',
  'special',
  'approved',
  'denied',
  'certifying',
  'ready',
  'delivering',
  'delivered',
  'archived',
  'withdraw-pending',
  'withdrawn',
  'terminated',
  'revoked',
  'transferred',
]);
export type CaseState = z.infer<typeof CaseState>;

export const stateWords: Readonly<Record<CaseState, Words>> = {
  draft: { 'zh-CN': '暂存', en: 'Draft' },
  submitted: { 'zh-CN': '网上已申报', en: 'Submitted online' },
  received: { 'zh-CN': '已收件', en: 'Received' },
  correcting: { 'zh-CN': '补正中', en: 'Being corrected' },
  corrected: { 'zh-CN': '补正完成', en: 'Corrected' },
  'not-needed': { 'zh-CN': '不受理（不需许可）', en: 'No permit needed' },
  refused: { 'zh-CN': '不予受理', en: 'Not accepted' },
  accepted: { 'zh-CN': '受理', en: 'Accepted' },
  reviewing: { 'zh-CN': '审查', en: 'Under examination' },
  special: { 'zh-CN': '特别程序', en: 'Special procedure' },
  approved: { 'zh-CN': '准予', en: 'Approved' },
  denied: { 'zh-CN': '不予许可', en: 'Denied' },
  certifying: { 'zh-CN': '制证', en: 'Licence being made' },
  ready: { 'zh-CN': '待领', en: 'Ready to collect' },
  delivering: { 'zh-CN': '送达中', en: 'Being delivered' },
  delivered: { 'zh-CN': '已送达', en: 'Delivered' },
  archived: { 'zh-CN': '归档', en: 'Archived' },
  'withdraw-pending': { 'zh-CN': '撤件待确认', en: 'Withdrawal to be confirmed' },
  withdrawn: { 'zh-CN': '撤件', en: 'Withdrawn' },
  terminated: { 'zh-CN': '终止', en: 'Terminated' },
  revoked: { 'zh-CN': '撤销', en: 'Revoked' },
  transferred: { 'zh-CN': '转报上级', en: 'Passed to a higher authority' },
};

/** Which limit runs in a state: to tell the applicant, to decide, to issue and deliver; or none. */
export type Stage = 'notice' | 'applicant' | 'decision' | 'issue' | 'none';

export const stageOf: Readonly<Record<CaseState, Stage>> = {
  draft: 'none',
  submitted: 'notice',
  received: 'notice',
  correcting: 'applicant',
  corrected: 'notice',
  'not-needed': 'none',
  refused: 'none',
  accepted: 'decision',
  reviewing: 'decision',
  special: 'decision',
  approved: 'issue',
  denied: 'issue',
  certifying: 'issue',
  ready: 'issue',
  delivering: 'issue',
  delivered: 'none',
  archived: 'none',
  'withdraw-pending': 'decision',
  withdrawn: 'none',
  terminated: 'none',
  revoked: 'none',
  transferred: 'none',
};

const CLOSED: ReadonlySet<CaseState> = new Set([
  'not-needed',
  'refused',
  'delivered',
  'archived',
  'withdrawn',
  'terminated',
  'revoked',
  'transferred',
]);

/** Whether nobody waits for anything any more. */
export const isClosed = (state: CaseState): boolean => CLOSED.has(state);

/** How far a child case has come, for the state of its parent: 2 received, 3 handling, 4 done. */
export const progressOf = (state: CaseState): 1 | 2 | 3 | 4 => {
  if (state === 'draft') return 1;
  if (CLOSED.has(state)) return 4;
  return stageOf[state] === 'notice' || stageOf[state] === 'applicant' ? 2 : 3;
};

/** 办结结果 as it is exchanged. */
export const OutcomeCode = z.enum(['0', '1', '2', '3', '4', '5', '6']);
export type OutcomeCode = z.infer<typeof OutcomeCode>;

export const outcomeWords: Readonly<Record<OutcomeCode, Words>> = {
  '0': { 'zh-CN': '出证办结（准予许可）', en: 'Approved' },
  '1': { 'zh-CN': '不予许可', en: 'Denied' },
  '2': { 'zh-CN': '作废办结', en: 'Void' },
  '3': { 'zh-CN': '删除办结', en: 'Entered by mistake' },
  '4': { 'zh-CN': '转报办结', en: 'Passed to a higher authority' },
  '5': { 'zh-CN': '退件', en: 'Returned or given up' },
  '6': { 'zh-CN': '不予受理', en: 'Not accepted' },
};

/** Outcomes that say why; 0 and 6 have a paper of their own. */
export const outcomeNeedsReason = (code: OutcomeCode): boolean => code !== '0' && code !== '6';

/** How a case was accepted: complete, 容缺, 告知承诺, or 视为受理 because nobody said anything in time. */
export const AcceptMode = z.enum(['complete', 'tolerant', 'promise', 'deemed']);
export type AcceptMode = z.infer<typeof AcceptMode>;

/** 来源. */
export const Channel = z.enum(['window', 'online', 'kiosk', 'mobile', 'proxy', 'virtual-window']);
export type Channel = z.infer<typeof Channel>;

/** Lights: green, yellow near the promise, red past it, dark red past the law, grey while nothing runs. */
export const Light = z.enum(['green', 'yellow', 'red', 'dark-red', 'grey']);
export type Light = z.infer<typeof Light>;

/** 异地代收代办, from the window that collects to the one that hands over. */
export const ProxyStage = z.enum([
  'collected',
  'form-checked',
  'sent',
  'received-by-owner',
  'result-sent',
  'handed',
]);
export type ProxyStage = z.infer<typeof ProxyStage>;

/** 告知承诺 after the approval. */
export const PromiseState = z.enum(['promised', 'inspection-due', 'rectify', 'kept', 'revoked']);
export type PromiseState = z.infer<typeof PromiseState>;
