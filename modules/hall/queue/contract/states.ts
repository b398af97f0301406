import { z } from 'zod';

import type { Words } from '#kernel/problems/contract.ts';

/**
 * A ticket's place in its life. Called is not served: only their difference tells waiting from service.
 * `missed` may come back once the same day; `held` keeps its number while a paper is fetched.
 */
export const TicketState = z.enum([
  'waiting',
  'called',
  'serving',
  'held',
  'missed',
  'done',
  'left',
  'expired',
]);
export type TicketState = z.infer<typeof TicketState>;

/** What can happen to a ticket. Each is one immutable entry. */
export const TicketAct = z.enum([
  'issued',
  'called',
  'recalled',
  'started',
  'finished',
  'missed',
  'requeued',
  'transferred',
  'held',
  'resumed',
  'left',
  'expired',
  'released',
  'green-allowed',
]);
export type TicketAct = z.infer<typeof TicketAct>;

/** How a ticket stands in line; every lane has its share, so that none starves another. */
export const Lane = z.enum(['normal', 'appointment', 'priority', 'transferred', 'green']);
export type Lane = z.infer<typeof Lane>;

/** 办结种类 of a visit. */
export const FinishKind = z.enum([
  'accepted',
  'collected',
  'consulted',
  'other',
  'refused',
  'wrong-business',
]);
export type FinishKind = z.infer<typeof FinishKind>;

/** Where a ticket came from. */
export const TicketChannel = z.enum(['machine', 'window', 'phone', 'appointment']);
export type TicketChannel = z.infer<typeof TicketChannel>;

/** 优先服务对象. */
export const PriorityGroup = z.enum(['elderly', 'disabled', 'pregnant', 'infant', 'military']);
export type PriorityGroup = z.infer<typeof PriorityGroup>;

/** How a window serves a business: as its own, or to help when its line is too long. */
export const ServiceRole = z.enum(['main', 'overflow']);
export type ServiceRole = z.infer<typeof ServiceRole>;

/** What a window shows. `offline`: nobody is signed in. */
export const WindowState = z.enum(['offline', 'idle', 'calling', 'serving', 'paused', 'closed']);
export type WindowState = z.infer<typeof WindowState>;

/** What can happen to a window. With `post-taken` its lines are served from another one. */
export const WindowAct = z.enum([
  'signed-in',
  'signed-out',
  'paused',
  'resumed',
  'covered',
  'post-taken',
  'post-left',
]);
export type WindowAct = z.infer<typeof WindowAct>;

export const ticketStateWords: Readonly<Record<TicketState, Words>> = {
  waiting: { 'zh-CN': '等候', en: 'Waiting' },
  called: { 'zh-CN': '叫号中', en: 'Called' },
  serving: { 'zh-CN': '办理中', en: 'Being served' },
  held: { 'zh-CN': '挂起', en: 'On hold' },
  missed: { 'zh-CN': '过号', en: 'Missed' },
  done: { 'zh-CN': '办结', en: 'Finished' },
  left: { 'zh-CN': '弃号', en: 'Given up' },
  expired: { 'zh-CN': '过期作废', en: 'Expired' },
};

export const ticketActWords: Readonly<Record<TicketAct, Words>> = {
  issued: { 'zh-CN': '取号', en: 'Ticket issued' },
  called: { 'zh-CN': '叫号', en: 'Called' },
  recalled: { 'zh-CN': '重呼', en: 'Called again' },
  started: { 'zh-CN': '开始办理', en: 'Service began' },
  finished: { 'zh-CN': '办理完毕', en: 'Finished' },
  missed: { 'zh-CN': '过号', en: 'Missed' },
  requeued: { 'zh-CN': '过号重排', en: 'Back in line' },
  transferred: { 'zh-CN': '转办', en: 'Transferred' },
  held: { 'zh-CN': '挂起补材料', en: 'Put on hold' },
  resumed: { 'zh-CN': '恢复办理', en: 'Resumed' },
  left: { 'zh-CN': '弃号', en: 'Given up' },
  expired: { 'zh-CN': '当日作废', en: 'Expired' },
  released: { 'zh-CN': '退回队列', en: 'Returned to the line' },
  'green-allowed': { 'zh-CN': '开通绿色通道', en: 'Green channel allowed' },
};

export const laneWords: Readonly<Record<Lane, Words>> = {
  normal: { 'zh-CN': '普通', en: 'Normal' },
  appointment: { 'zh-CN': '预约', en: 'Appointment' },
  priority: { 'zh-CN': '优先', en: 'Priority' },
  transferred: { 'zh-CN': '转办', en: 'Transferred' },
  green: { 'zh-CN': '绿色通道', en: 'Green channel' },
};

export const finishWords: Readonly<Record<FinishKind, Words>> = {
  accepted: { 'zh-CN': '收件受理', en: 'Application taken in' },
  collected: { 'zh-CN': '领证取件', en: 'Result collected' },
  consulted: { 'zh-CN': '咨询', en: 'Advice given' },
  other: { 'zh-CN': '其他', en: 'Other' },
  refused: { 'zh-CN': '未予收件', en: 'Not taken in' },
  'wrong-business': { 'zh-CN': '取错事项', en: 'Wrong line' },
};

export const channelWords: Readonly<Record<TicketChannel, Words>> = {
  machine: { 'zh-CN': '取号机', en: 'Ticket machine' },
  window: { 'zh-CN': '人工取号', en: 'Guide desk' },
  phone: { 'zh-CN': '手机取号', en: 'Phone' },
  appointment: { 'zh-CN': '预约转入', en: 'Appointment' },
};

export const priorityWords: Readonly<Record<PriorityGroup, Words>> = {
  elderly: { 'zh-CN': '老年人', en: 'Older person' },
  disabled: { 'zh-CN': '残疾人', en: 'Disabled person' },
  pregnant: { 'zh-CN': '孕产妇', en: 'Pregnant' },
  infant: { 'zh-CN': '携婴幼儿', en: 'With an infant' },
  military: { 'zh-CN': '现役军人、军属、退役军人', en: 'Military, family or veteran' },
};

export const windowStateWords: Readonly<Record<WindowState, Words>> = {
  offline: { 'zh-CN': '未开窗', en: 'Not staffed' },
  idle: { 'zh-CN': '空闲', en: 'Free' },
  calling: { 'zh-CN': '叫号中', en: 'Calling' },
  serving: { 'zh-CN': '办理中', en: 'Serving' },
  paused: { 'zh-CN': '暂停服务', en: 'Paused' },
  closed: { 'zh-CN': '停用', en: 'Out of order' },
};

/** The same in a word or two, for the small counters of a plan. */
export const windowStateMarks: Readonly<Record<WindowState, Words>> = {
  offline: { 'zh-CN': '未开窗', en: 'Shut' },
  idle: { 'zh-CN': '空闲', en: 'Free' },
  calling: { 'zh-CN': '叫号中', en: 'Calling' },
  serving: { 'zh-CN': '办理中', en: 'Serving' },
  paused: { 'zh-CN': '暂停', en: 'Paused' },
  closed: { 'zh-CN': '停用', en: 'Broken' },
};

/** States in which a ticket is still of today's hall. */
export const OPEN_STATES: readonly TicketState[] = ['waiting', 'called', 'serving', 'held'];
