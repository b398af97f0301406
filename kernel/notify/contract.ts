import { z } from 'zod';

import { permission } from '../access/contract-permission.ts';
import { event } from '../events/contract.ts';
import { route } from '../http/contract.ts';
import { Done, Id, IdParams, Instant, PageQuery, pageOf } from '../http/shapes.ts';
import { problem } from '../problems/contract.ts';

export const ChannelName = z.enum(['inbox', 'email', 'sms', 'push']);
export type ChannelName = z.infer<typeof ChannelName>;

/** `shown`: delivered to the on-screen outbox of a demonstration, and to nobody outside. */
export const MessageState = z.enum(['waiting', 'sent', 'shown', 'failed']);
export type MessageState = z.infer<typeof MessageState>;

export const InboxItem = z.object({
  id: Id,
  template: z.string(),
  subject: z.string(),
  body: z.string(),
  link: z.string(),
  createdAt: Instant,
  readAt: Instant.nullable(),
});
export type InboxItem = z.infer<typeof InboxItem>;

export const OutgoingMessage = z.object({
  id: Id,
  channel: ChannelName,
  template: z.string(),
  recipient: z.string(),
  subject: z.string(),
  body: z.string(),
  state: MessageState,
  attempts: z.number().int(),
  failure: z.string(),
  createdAt: Instant,
  sentAt: Instant.nullable(),
});
export type OutgoingMessage = z.infer<typeof OutgoingMessage>;

export const permissions = {
  view: permission('notify.view-outbox', { 'zh-CN': '查看发件箱', en: 'See outgoing messages' }),
  manage: permission('notify.manage-outbox', { 'zh-CN': '重发消息', en: 'Send messages again' }),
} as const;

export const problems = {
  notFailed: problem('notify/not-failed', 409, {
    'zh-CN': '只有发送失败的消息可以重发。',
    en: 'Only a message that failed can be sent again.',
  }),
} as const;

export const events = {
  written: event({
    name: 'notify.message-written',
    version: 1,
    title: { 'zh-CN': '消息已生成', en: 'Message written' },
    payload: z.object({
      messageId: Id,
      channel: ChannelName,
      template: z.string(),
      accountId: Id.nullable(),
    }),
    live: ({ accountId }) => `inbox/${accountId ?? 'none'}`,
  }),
  failed: event({
    name: 'notify.message-failed',
    version: 1,
    title: { 'zh-CN': '消息发送失败', en: 'Message failed' },
    payload: z.object({ messageId: Id, channel: ChannelName, failure: z.string() }),
  }),
  repeated: event({
    name: 'notify.message-repeated',
    version: 1,
    title: { 'zh-CN': '消息重新发送', en: 'Message sent again' },
    payload: z.object({ messageId: Id, channel: ChannelName }),
  }),
} as const;

export const routes = {
  listInbox: route({
    name: 'notify.listInbox',
    method: 'GET',
    path: '/api/v1/inbox',
    summary: "The caller's own messages, newest first",
    admission: 'signed-in',
    query: PageQuery.extend({ unreadOnly: z.stringbool().default(false) }),
    response: pageOf(InboxItem).extend({ unread: z.number().int() }),
  }),
  markRead: route({
    name: 'notify.markRead',
    method: 'POST',
    path: '/api/v1/inbox/:id/reading',
    summary: "Mark one of the caller's messages as read",
    admission: 'signed-in',
    params: IdParams,
    response: Done,
  }),
  markAllRead: route({
    name: 'notify.markAllRead',
    method: 'POST',
    path: '/api/v1/inbox/reading',
    summary: "Mark all of the caller's messages as read",
    admission: 'signed-in',
    response: Done,
  }),
  listOutbox: route({
    name: 'notify.listOutbox',
    method: 'GET',
    path: '/api/v1/outbox',
    summary: 'Messages that left or should leave by e-mail, SMS and push, newest first',
    admission: permissions.view,
    query: PageQuery.extend({ state: MessageState.optional() }),
    response: pageOf(OutgoingMessage),
  }),
  repeatMessage: route({
    name: 'notify.repeatMessage',
    method: 'POST',
    path: '/api/v1/outbox/:id/repetition',
    summary: 'Send a failed message again',
    admission: permissions.manage,
    params: IdParams,
    response: Done,
    idempotency: 'optional',
    problems: [problems.notFailed],
  }),
} as const;
