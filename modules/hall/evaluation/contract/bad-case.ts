import { z } from 'zod';

import type { Words } from '#kernel/problems/contract.ts';

/** 差评整改 from the rating to the proven call-back. */
export const BadState = z.enum([
  'rated',
  'assigned',
  'contacted',
  'rectifying',
  'rectified',
  'explained',
  'answered',
  'called-back',
  'in-review',
  'excluded',
  'closed',
]);
export type BadState = z.infer<typeof BadState>;

export const badStateWords: Readonly<Record<BadState, Words>> = {
  rated: { 'zh-CN': '待分派', en: 'To be assigned' },
  assigned: { 'zh-CN': '待联系', en: 'To be contacted' },
  contacted: { 'zh-CN': '核实中', en: 'Being verified' },
  rectifying: { 'zh-CN': '整改中', en: 'Being mended' },
  rectified: { 'zh-CN': '已整改', en: 'Mended' },
  explained: { 'zh-CN': '已说明', en: 'Explained' },
  answered: { 'zh-CN': '待回访', en: 'To be called back' },
  'called-back': { 'zh-CN': '已回访', en: 'Called back' },
  'in-review': { 'zh-CN': '申诉复核中', en: 'Under review' },
  excluded: { 'zh-CN': '已剔除', en: 'Excluded' },
  closed: { 'zh-CN': '已办结', en: 'Closed' },
};

export const BadAct = z.enum([
  'open',
  'assign',
  'contact',
  'verify',
  'rectify',
  'answer',
  'call-back',
  'reopen',
  'close',
  'appeal',
  'uphold',
  'exclude',
]);
export type BadAct = z.infer<typeof BadAct>;

export const badActWords: Readonly<Record<BadAct, Words>> = {
  open: { 'zh-CN': '差评登记', en: 'Bad rating taken up' },
  assign: { 'zh-CN': '分派', en: 'Assign' },
  contact: { 'zh-CN': '联系核实', en: 'Record the contact' },
  verify: { 'zh-CN': '核实认定', en: 'Record what was found' },
  rectify: { 'zh-CN': '完成整改', en: 'Record what was mended' },
  answer: { 'zh-CN': '反馈答复', en: 'Answer and publish' },
  'call-back': { 'zh-CN': '回访', en: 'Record the call-back' },
  reopen: { 'zh-CN': '重新整改', en: 'Mend again' },
  close: { 'zh-CN': '办结', en: 'Close' },
  appeal: { 'zh-CN': '申诉', en: 'Appeal' },
  uphold: { 'zh-CN': '复核维持', en: 'Uphold the rating' },
  exclude: { 'zh-CN': '复核剔除', en: 'Exclude the rating' },
};

/** Whose act it is: a unit mends, the supervising office assigns, reviews and calls back. */
export type BadDuty = 'assign' | 'handle' | 'review' | 'callBack' | 'nobody';

export interface BadStep {
  readonly from: readonly BadState[];
  readonly duty: BadDuty;
}

/**
 * Every lawful step. Where a step leads depends on what was found, so that `nextBadState` says it; the rater's word
 * at the call-back decides between the end and one more round.
 */
export const badSteps: Readonly<Record<BadAct, BadStep>> = {
  open: { from: [], duty: 'nobody' },
  assign: { from: ['rated', 'assigned'], duty: 'assign' },
  contact: { from: ['assigned'], duty: 'handle' },
  verify: { from: ['contacted'], duty: 'handle' },
  rectify: { from: ['rectifying'], duty: 'handle' },
  answer: { from: ['rectified', 'explained'], duty: 'handle' },
  'call-back': { from: ['answered'], duty: 'callBack' },
  reopen: { from: ['called-back'], duty: 'callBack' },
  close: { from: ['called-back'], duty: 'callBack' },
  appeal: { from: ['assigned', 'contacted'], duty: 'handle' },
  uphold: { from: ['in-review'], duty: 'review' },
  exclude: { from: ['in-review'], duty: 'review' },
};

/** What the unit found: true, without a basis (explained), or such that only a review may take it out. */
export const Finding = z.enum(['valid', 'no-basis', 'mistaken', 'malicious']);
export type Finding = z.infer<typeof Finding>;

export const findingWords: Readonly<Record<Finding, Words>> = {
  valid: { 'zh-CN': '属实，整改', en: 'True: to be mended' },
  'no-basis': { 'zh-CN': '缺乏依据，说明', en: 'Without a basis: explained' },
  mistaken: { 'zh-CN': '误评，提请复核', en: 'Given by mistake: to review' },
  malicious: { 'zh-CN': '恶意差评，提请复核', en: 'Malicious: to review' },
};

/** 简单问题 5 个工作日，复杂问题 15 个工作日. */
export const Complexity = z.enum(['simple', 'complex']);
export type Complexity = z.infer<typeof Complexity>;

/** What the rater said at the call-back. */
export const CallBackResult = z.enum(['content', 'unhappy', 'unreachable']);
export type CallBackResult = z.infer<typeof CallBackResult>;

export const callBackWords: Readonly<Record<CallBackResult, Words>> = {
  content: { 'zh-CN': '满意', en: 'Content' },
  unhappy: { 'zh-CN': '不满意', en: 'Not content' },
  unreachable: { 'zh-CN': '未联系上', en: 'Not reached' },
};

/** Where an act leads. */
export function nextBadState(act: BadAct, state: BadState, finding?: Finding): BadState {
  switch (act) {
    case 'open':
      return 'rated';
    case 'assign':
      return 'assigned';
    case 'contact':
      return 'contacted';
    case 'verify':
      if (finding === 'valid') return 'rectifying';
      return finding === 'no-basis' ? 'explained' : 'in-review';
    case 'rectify':
      return 'rectified';
    case 'answer':
      return 'answered';
    case 'call-back':
      return 'called-back';
    case 'reopen':
      return 'rectifying';
    case 'close':
      return 'closed';
    case 'appeal':
      return 'in-review';
    case 'uphold':
      return 'contacted';
    case 'exclude':
      return 'excluded';
    default:
      return state;
  }
}

/** Whether the act exists in this state. */
export const isLawfulBadAct = (act: BadAct, state: BadState): boolean =>
  badSteps[act].from.includes(state);

/** States in which nothing is left to do. */
export const isOver = (state: BadState): boolean => state === 'closed' || state === 'excluded';
