import { z } from 'zod';

import type { Words } from '#kernel/problems/contract.ts';

/**
 * Where a set stands: 可申领, 已申领, 已派单, 已接单, 已备案, 已刻制, 已移交, 已到中心, 寄送中, 已签收; 已过期 when nobody claimed it in
 * time, 已撤销 when the licence ended before it was engraved.
 */
export const SetState = z.enum([
  'eligible',
  'applied',
  'dispatched',
  'accepted',
  'filed',
  'engraved',
  'handed-over',
  'at-centre',
  'sent',
  'signed',
  'lapsed',
  'cancelled',
]);
export type SetState = z.infer<typeof SetState>;

export const SetAct = z.enum([
  'open',
  'claim',
  'withdraw',
  'dispatch',
  'unanswered',
  'decline',
  'accept',
  'file',
  'engrave',
  'hand-over',
  'receive',
  'hand-out',
  'send',
  'sign',
  'take-back',
  'reroute',
  'rename',
  'remake',
  'lapse',
  'cancel',
]);
export type SetAct = z.infer<typeof SetAct>;

interface Transition {
  readonly from: readonly SetState[];
  /** `same` where an act leaves the state as it is, or decides by it. */
  readonly to: SetState | 'same';
  readonly title: Words;
}

/** Nothing of these is cut yet, so that a claim can still be taken back and a text still change. */
export const BEFORE_ENGRAVING = [
  'applied',
  'dispatched',
  'accepted',
  'filed',
] as const satisfies readonly SetState[];

/** The law of a set: which act leads from where to where. */
export const transitions: Readonly<Record<SetAct, Transition>> = {
  open: { from: [], to: 'eligible', title: { 'zh-CN': '符合条件', en: 'Entitled' } },
  claim: { from: ['eligible'], to: 'applied', title: { 'zh-CN': '申领', en: 'Claim' } },
  withdraw: {
    from: BEFORE_ENGRAVING,
    to: 'eligible',
    title: { 'zh-CN': '撤回申领', en: 'Withdraw the claim' },
  },
  dispatch: { from: ['applied'], to: 'dispatched', title: { 'zh-CN': '派单', en: 'Dispatch' } },
  unanswered: {
    from: ['dispatched'],
    to: 'applied',
    title: { 'zh-CN': '超时未接单', en: 'Not answered in time' },
  },
  decline: { from: ['dispatched'], to: 'applied', title: { 'zh-CN': '退单', en: 'Decline' } },
  accept: { from: ['dispatched'], to: 'accepted', title: { 'zh-CN': '接单', en: 'Accept' } },
  file: { from: ['accepted'], to: 'filed', title: { 'zh-CN': '公安备案', en: 'Police filing' } },
  engrave: { from: ['filed'], to: 'engraved', title: { 'zh-CN': '刻制完成', en: 'Engraved' } },
  'hand-over': {
    from: ['engraved'],
    to: 'handed-over',
    title: { 'zh-CN': '移交中心', en: 'Handed over to the centre' },
  },
  receive: {
    from: ['handed-over'],
    to: 'at-centre',
    title: { 'zh-CN': '核对入库', en: 'Checked and received' },
  },
  'hand-out': {
    from: ['at-centre'],
    to: 'signed',
    title: { 'zh-CN': '窗口领取', en: 'Picked up at the window' },
  },
  send: { from: ['at-centre'], to: 'sent', title: { 'zh-CN': '交寄', en: 'Given to the courier' } },
  sign: { from: ['sent'], to: 'signed', title: { 'zh-CN': '快递签收', en: 'Signed for' } },
  'take-back': {
    from: ['sent'],
    to: 'at-centre',
    title: { 'zh-CN': '退回中心', en: 'Came back to the centre' },
  },
  reroute: {
    from: [...BEFORE_ENGRAVING, 'engraved', 'handed-over', 'at-centre'],
    to: 'same',
    title: { 'zh-CN': '变更领取方式', en: 'Change how it is received' },
  },
  rename: {
    from: ['eligible', ...BEFORE_ENGRAVING],
    to: 'same',
    title: { 'zh-CN': '印文变更', en: 'Text changed' },
  },
  remake: {
    from: ['handed-over', 'at-centre', 'signed'],
    to: 'accepted',
    title: { 'zh-CN': '重刻', en: 'Make again' },
  },
  lapse: { from: ['eligible'], to: 'lapsed', title: { 'zh-CN': '逾期未申领', en: 'Lapsed' } },
  cancel: {
    from: ['eligible', ...BEFORE_ENGRAVING],
    to: 'cancelled',
    title: { 'zh-CN': '撤销', en: 'Cancel' },
  },
};

export const isLawful = (act: SetAct, state: SetState): boolean =>
  transitions[act].from.includes(state);

/** Where an act leads from a state. */
export function stateAfter(act: SetAct, state: SetState): SetState {
  const { to } = transitions[act];
  if (to !== 'same') return to;
  return act === 'rename' ? stateAfterRename(state) : state;
}

/** Where a text change leaves a set: a maker that had it must take it anew, with the new drawing. */
export const stateAfterRename = (state: SetState): SetState =>
  state === 'accepted' || state === 'filed' ? 'dispatched' : state;

export const stateWords: Readonly<Record<SetState, Words>> = {
  eligible: { 'zh-CN': '可申领', en: 'Can be claimed' },
  applied: { 'zh-CN': '已申领', en: 'Claimed' },
  dispatched: { 'zh-CN': '待接单', en: 'With a maker' },
  accepted: { 'zh-CN': '已接单', en: 'Accepted' },
  filed: { 'zh-CN': '已备案', en: 'Filed with the police' },
  engraved: { 'zh-CN': '已刻制', en: 'Engraved' },
  'handed-over': { 'zh-CN': '已移交', en: 'Handed over' },
  'at-centre': { 'zh-CN': '待领取', en: 'Ready' },
  sent: { 'zh-CN': '寄送中', en: 'On the way' },
  signed: { 'zh-CN': '已签收', en: 'Signed for' },
  lapsed: { 'zh-CN': '逾期未申领', en: 'Lapsed' },
  cancelled: { 'zh-CN': '已撤销', en: 'Cancelled' },
};

/** 正常, 临期, 超期. */
export const Light = z.enum(['green', 'yellow', 'red']);
export type Light = z.infer<typeof Light>;
