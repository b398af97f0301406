import { z } from 'zod';

import type { Words } from '#kernel/problems/contract.ts';

/** 投诉, 12345 工单, 「办不成事」反映, 咨询来信. */
export const Kind = z.enum(['complaint', 'hotline', 'stuck', 'letter']);
export type Kind = z.infer<typeof Kind>;

export const kindWords: Readonly<Record<Kind, Words>> = {
  complaint: { 'zh-CN': '投诉', en: 'Complaint' },
  hotline: { 'zh-CN': '12345 工单', en: '12345 slip' },
  stuck: { 'zh-CN': '办不成事', en: 'Could not get it done' },
  letter: { 'zh-CN': '咨询来信', en: 'Letter' },
};

/** 诉求类型. */
export const Wish = z.enum(['consult', 'help', 'complain', 'suggest', 'report', 'praise']);
export type Wish = z.infer<typeof Wish>;

export const wishWords: Readonly<Record<Wish, Words>> = {
  consult: { 'zh-CN': '咨询', en: 'Question' },
  help: { 'zh-CN': '求助', en: 'Request for help' },
  complain: { 'zh-CN': '投诉', en: 'Complaint' },
  suggest: { 'zh-CN': '建议', en: 'Suggestion' },
  report: { 'zh-CN': '举报', en: 'Report of a wrong' },
  praise: { 'zh-CN': '表扬', en: 'Praise' },
};

export const State = z.enum([
  'received',
  'return-requested',
  'returned',
  'accepted',
  'contacted',
  'replied',
  'reviewed',
  'called-back',
  'closed',
]);
export type State = z.infer<typeof State>;

export const stateWords: Readonly<Record<State, Words>> = {
  received: { 'zh-CN': '待签收', en: 'To be accepted' },
  'return-requested': { 'zh-CN': '申请退回', en: 'Return asked for' },
  returned: { 'zh-CN': '已退回', en: 'Returned' },
  accepted: { 'zh-CN': '待联系', en: 'To be contacted' },
  contacted: { 'zh-CN': '办理中', en: 'Being handled' },
  replied: { 'zh-CN': '已答复', en: 'Answered' },
  reviewed: { 'zh-CN': '待回访', en: 'To be called back' },
  'called-back': { 'zh-CN': '已回访', en: 'Called back' },
  closed: { 'zh-CN': '已办结', en: 'Closed' },
};

export const Act = z.enum([
  'register',
  'assign',
  'accept',
  'request-return',
  'confirm-return',
  'refuse-return',
  'contact',
  'assist',
  'reply',
  'review',
  'send-back',
  'call-back',
  'redo',
  'close',
  'extend',
]);
export type Act = z.infer<typeof Act>;

export const actWords: Readonly<Record<Act, Words>> = {
  register: { 'zh-CN': '登记', en: 'Taken up' },
  assign: { 'zh-CN': '分派', en: 'Assign' },
  accept: { 'zh-CN': '签收', en: 'Accept' },
  'request-return': { 'zh-CN': '申请退回', en: 'Ask to return' },
  'confirm-return': { 'zh-CN': '同意退回', en: 'Agree to the return' },
  'refuse-return': { 'zh-CN': '不同意退回，指定办理', en: 'Refuse: to be handled' },
  contact: { 'zh-CN': '先行联系', en: 'Record the contact' },
  assist: { 'zh-CN': '协办意见', en: 'Opinion of an assisting unit' },
  reply: { 'zh-CN': '答复', en: 'Answer' },
  review: { 'zh-CN': '审核通过', en: 'Approve the answer' },
  'send-back': { 'zh-CN': '退回重办', en: 'Send back' },
  'call-back': { 'zh-CN': '回访', en: 'Record the call-back' },
  redo: { 'zh-CN': '重办', en: 'Handle again' },
  close: { 'zh-CN': '办结', en: 'Close' },
  extend: { 'zh-CN': '延期', en: 'Extend' },
};

export type Duty = 'register' | 'handle' | 'supervise';

export interface Step {
  readonly from: readonly State[];
  readonly to: State | 'same';
  readonly duty: Duty;
}

const RUNNING: readonly State[] = ['received', 'accepted', 'contacted'];

/** Every lawful step (受理、退回、先行联系、办理、答复、审核、回访). What is not in this table cannot happen. */
export const steps: Readonly<Record<Act, Step>> = {
  register: { from: [], to: 'received', duty: 'register' },
  assign: { from: ['received', 'returned'], to: 'received', duty: 'supervise' },
  accept: { from: ['received'], to: 'accepted', duty: 'handle' },
  'request-return': { from: ['received'], to: 'return-requested', duty: 'handle' },
  'confirm-return': { from: ['return-requested'], to: 'returned', duty: 'supervise' },
  'refuse-return': { from: ['return-requested'], to: 'accepted', duty: 'supervise' },
  contact: { from: ['accepted'], to: 'contacted', duty: 'handle' },
  assist: { from: ['accepted', 'contacted'], to: 'same', duty: 'handle' },
  reply: { from: ['contacted'], to: 'replied', duty: 'handle' },
  review: { from: ['replied'], to: 'reviewed', duty: 'supervise' },
  'send-back': { from: ['replied'], to: 'contacted', duty: 'supervise' },
  'call-back': { from: ['reviewed'], to: 'called-back', duty: 'supervise' },
  redo: { from: ['called-back'], to: 'contacted', duty: 'supervise' },
  close: { from: ['called-back'], to: 'closed', duty: 'supervise' },
  extend: { from: RUNNING, to: 'same', duty: 'supervise' },
};

export const isLawful = (act: Act, state: State): boolean => steps[act].from.includes(state);

export const nextState = (act: Act, state: State): State => {
  const { to } = steps[act];
  return to === 'same' ? state : to;
};

/** 办理结果. */
export const Result = z.enum(['solved', 'explained', 'too-much', 'untrue']);
export type Result = z.infer<typeof Result>;

export const resultWords: Readonly<Record<Result, Words>> = {
  solved: { 'zh-CN': '实际解决', en: 'Solved' },
  explained: { 'zh-CN': '解释说明', en: 'Explained' },
  'too-much': { 'zh-CN': '诉求过高', en: 'Asks for more than can be' },
  untrue: { 'zh-CN': '不属实', en: 'Not true' },
};

/** What was said at the call-back. */
export const Satisfaction = z.enum(['content', 'unhappy', 'unreachable']);
export type Satisfaction = z.infer<typeof Satisfaction>;

export const satisfactionWords: Readonly<Record<Satisfaction, Words>> = {
  content: { 'zh-CN': '满意', en: 'Content' },
  unhappy: { 'zh-CN': '不满意', en: 'Not content' },
  unreachable: { 'zh-CN': '未联系上', en: 'Not reached' },
};
