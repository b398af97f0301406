import { z } from 'zod';

import { route } from '../http/contract.ts';
import { Id, Instant } from '../http/shapes.ts';
import { problem } from '../problems/contract.ts';

export const problems = {
  unknownTopic: problem('live/unknown-topic', 404, {
    'zh-CN': '没有“{topic}”这个实时主题。',
    en: 'There is no live topic called "{topic}".',
  }),
  tooManyStreams: problem('live/too-many-streams', 429, {
    'zh-CN': '打开的实时连接过多，请关闭一些页面。',
    en: 'Too many live connections are open; close some pages.',
  }),
} as const;

/** One event as followers see it: which record, and the fields that are fit for all who may follow. */
export const LiveEvent = z.object({
  id: Id,
  name: z.string(),
  topic: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  at: Instant,
  payload: z.record(z.string(), z.unknown()),
});
export type LiveEvent = z.infer<typeof LiveEvent>;

/** Names of the frames on the wire. */
export const frames = {
  /** Data: a list of LiveEvent. */
  news: 'news',
  /** What was missed cannot be made up: load everything anew. */
  reset: 'reset',
  /** Nothing happened, and the connection lives. */
  beat: 'beat',
} as const;

/** A sign of life comes at least so often, so that a page notices a connection that died without a word. */
export const BEAT_SECONDS = 15;

const Topics = z
  .string()
  .max(4000)
  .transform((text) => text.split(',').filter((topic) => topic !== ''))
  .pipe(z.array(z.string().max(200)).min(1).max(100));

export const routes = {
  follow: route({
    name: 'live.follow',
    method: 'GET',
    path: '/api/v1/live',
    summary:
      'Server-sent events of some topics; goes on where Last-Event-ID left off. Each topic has its own permission',
    admission: 'public',
    query: z.object({ topics: Topics, lastEventId: z.string().max(4000).optional() }),
    answers: 'events',
    problems: [problems.unknownTopic, problems.tooManyStreams],
    ratePerMinute: 300,
  }),
} as const;
