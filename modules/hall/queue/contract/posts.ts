import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Done, Id, IdParams, Instant } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { BASE } from './shapes.ts';

/** 兼岗: the post of another window, whose lines are served from one's own. */
export const Post = z.object({
  windowId: Id,
  windowNumber: z.number().int(),
  nameZh: z.string(),
  nameEn: z.string(),
  since: Instant,
});
export type Post = z.infer<typeof Post>;

/** The window whose post is meant. */
export const PostOf = z.object({ windowId: Id });
export type PostOf = z.infer<typeof PostOf>;

export const postRoutes = {
  takePost: route({
    name: 'queue.takePost',
    method: 'POST',
    path: `${BASE}/windows/:id/posts`,
    summary: 'Serve the lines of a window at which nobody works from one’s own (A/B 岗)',
    admission: permissions.call,
    params: IdParams,
    body: PostOf,
    response: Post,
    status: 201,
    idempotency: 'optional',
    problems: [
      problems.notSignedIn,
      problems.windowPaused,
      problems.unknownPlace,
      problems.postAtWork,
      problems.postTaken,
    ],
  }),
  leavePost: route({
    name: 'queue.leavePost',
    method: 'POST',
    path: `${BASE}/windows/:id/posts-end`,
    summary: 'Give a post back; what was sent to its window waits for whoever comes there',
    admission: permissions.call,
    params: IdParams,
    body: PostOf,
    response: Done,
    idempotency: 'optional',
    problems: [problems.notSignedIn],
  }),
} as const;
