import { z } from 'zod';

import { permission } from '../access/contract-permission.ts';
import { route } from '../http/contract.ts';
import { Done, Id, Instant, pageOf } from '../http/shapes.ts';
import { problem } from '../problems/contract.ts';

export const permissions = {
  view: permission('events.view', { 'zh-CN': '查看事件投递', en: 'See the delivery of events' }),
  manage: permission('events.manage', {
    'zh-CN': '重试、跳过或重放事件',
    en: 'Retry, skip or replay events',
  }),
} as const;

export const problems = {
  stillDeclared: problem('events/still-declared', 409, {
    'zh-CN': '该监听器仍在使用，不能移除。',
    en: 'This listener is still in use and cannot be removed.',
  }),
} as const;

/** A listener of this centre and how it fares. */
export const ListenerItem = z.object({
  name: z.string(),
  /** False for one that this version of the program does not have: its place still holds back the cleaning of the log. */
  isDeclared: z.boolean(),
  events: z.array(z.string()),
  /** When its place last moved. */
  movedAt: Instant,
  /** The oldest event that it has still to hear; null when there is none. */
  oldestDueAt: Instant.nullable(),
  retrying: z.number().int(),
  dead: z.number().int(),
  waiting: z.number().int(),
});
export type ListenerItem = z.infer<typeof ListenerItem>;

/** An event set aside for one listener. `waiting`: behind an earlier one of the same subject. */
export const ParkedEvent = z.object({
  listener: z.string(),
  eventId: Id,
  name: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  state: z.enum(['retrying', 'dead', 'waiting']),
  attempts: z.number().int(),
  nextAt: Instant,
  error: z.string().nullable(),
  parkedAt: Instant,
});
export type ParkedEvent = z.infer<typeof ParkedEvent>;

const ListenerName = z.string().trim().min(1).max(200);

export const ListParkedQuery = z.object({
  listener: ListenerName.optional(),
  state: z.enum(['retrying', 'dead', 'waiting']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(300).optional(),
});
export type ListParkedQuery = z.infer<typeof ListParkedQuery>;

const ParkedParams = z.object({ listener: ListenerName, id: Id });
const base = '/api/v1/events';

export const routes = {
  listListeners: route({
    name: 'events.listListeners',
    method: 'GET',
    path: `${base}/listeners`,
    summary: 'Listeners, how far each has come and what is set aside for it',
    admission: permissions.view,
    response: z.object({ items: z.array(ListenerItem) }),
  }),
  listParked: route({
    name: 'events.listParked',
    method: 'GET',
    path: `${base}/parked`,
    summary: 'Events set aside: tried again, dead, or waiting behind one of these',
    admission: permissions.view,
    query: ListParkedQuery,
    response: pageOf(ParkedEvent),
  }),
  retry: route({
    name: 'events.retry',
    method: 'POST',
    path: `${base}/parked/:listener/:id/retry`,
    summary: 'Try an event again at once, with all its attempts',
    admission: permissions.manage,
    params: ParkedParams,
    response: Done,
  }),
  skip: route({
    name: 'events.skip',
    method: 'POST',
    path: `${base}/parked/:listener/:id/skip`,
    summary: 'Let a listener go on without an event, with a reason',
    admission: permissions.manage,
    params: ParkedParams,
    body: z.object({ reason: z.string().trim().min(2).max(500) }),
    response: Done,
  }),
  replay: route({
    name: 'events.replay',
    method: 'POST',
    path: `${base}/listeners/:listener/replay`,
    summary: 'Give a listener everything again that happened since an instant',
    admission: permissions.manage,
    params: z.object({ listener: ListenerName }),
    body: z.object({ from: Instant, reason: z.string().trim().min(2).max(500) }),
    response: Done,
  }),
  remove: route({
    name: 'events.remove',
    method: 'POST',
    path: `${base}/listeners/:listener/removal`,
    summary: 'Forget the place of a listener that no longer exists',
    admission: permissions.manage,
    params: z.object({ listener: ListenerName }),
    response: Done,
    problems: [problems.stillDeclared],
  }),
} as const;
