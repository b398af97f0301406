import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { isDuplicate } from '#kernel/db/errors.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import type { WindowRef } from '#modules/registry/organisation/index.ts';

import { permissions, type Post, type PostOf, problems } from '../contract.ts';
import { type Around, aroundOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import { recordWindow, type Writing } from './events.ts';
import { toFresh } from './fresh-window.ts';
import { lockWindow, type WindowHeld } from './repository-call.ts';
import * as posts from './repository-posts.ts';
import { freeTargets } from './repository-windows.ts';
import { mayTakePost } from './rules/cover.ts';
import type { WindowPostRow } from './tables.ts';
import { holdWindow } from './work.ts';

/**
 * 兼岗: the lines of a window at which nobody works are called from the asker's own, until somebody works there. A and
 * B post of a window hold its permission by their stationing.
 */
export async function takePost(
  deps: QueueDeps,
  actor: Actor,
  windowId: string,
  { windowId: postId }: PostOf,
  once: Once,
): Promise<Post> {
  const { centreId } = actor;
  return refuseTwice(postId, () =>
    deps.database.transaction(async (tx) => {
      const around = await aroundOf(deps, tx, centreId);
      const { byId } = around.directory.windows;
      const [own, place] = [byId.get(windowId), byId.get(postId)];
      authorise(actor, permissions.call.name, { windowId, siteId: own?.siteId });
      if (place === undefined || own?.siteId !== place.siteId || own.id === place.id)
        throw new ProblemError(problems.unknownPlace);
      authorise(actor, permissions.call.name, { windowId: postId, siteId: place.siteId });
      const [here, there] = await lockBoth(tx, centreId, windowId, postId);
      if (here === undefined || here.account_id !== actor.id)
        throw new ProblemError(problems.notSignedIn);
      if (here.state !== 'open') throw new ProblemError(problems.windowPaused);
      if (!mayTakePost(there))
        throw new ProblemError(problems.postAtWork, { number: place.number });
      const row: WindowPostRow = {
        centre_id: centreId,
        post_window_id: postId,
        window_id: windowId,
        since: deps.clock.now(),
      };
      posts.insertPost(tx, row);
      const state = there ?? { ...toFresh(centreId, place), state: 'offline', since: row.since };
      recordWindow({ tx, clock: deps.clock, actor }, state, 'post-taken', {
        day: around.today,
        reason: `${here.window_number} 号窗口兼岗 / served from window ${here.window_number}`,
        who: { ...here, is_cover: true },
      });
      const post = toPost(row, place);
      once.claim(tx, post);
      return post;
    }),
  );
}

/** Windows are held in one order, so that two who take each other's posts never wait for each other. */
async function lockBoth(tx: Tx, centreId: number, own: string, post: string) {
  const held = new Map<string, WindowHeld | undefined>();
  for (const id of [own, post].toSorted()) held.set(id, await lockWindow(tx, centreId, id));
  return [held.get(own), held.get(post)] as const;
}

async function refuseTwice<T>(postId: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicate(error, 'window_post_pkey'))
      throw new ProblemError(
        problems.postTaken,
        { number: '' },
        { cause: error, more: { windowId: postId } },
      );
    throw error;
  }
}

/** Gives a post back; not to hold it is no error. */
export async function leavePost(
  deps: QueueDeps,
  actor: Actor,
  windowId: string,
  { windowId: postId }: PostOf,
  once: Once,
): Promise<{ done: true }> {
  return deps.database.transaction(async (tx) => {
    const { around } = await holdWindow(deps, tx, actor, windowId);
    const row = await posts.findPost(tx, actor.centreId, postId);
    if (row?.window_id === windowId) endPosts({ tx, clock: deps.clock, actor }, around, [row]);
    const done = { done: true } as const;
    once.claim(tx, done);
    return done;
  });
}

/** Ends what is served from a window, when its clerk leaves it. */
export async function endPostsFrom(
  writing: Writing,
  around: Around,
  windowId: string,
): Promise<void> {
  const { tx, actor } = writing;
  endPosts(writing, around, await posts.listPostsFrom(tx, actor.centreId, windowId));
}

/** Ends the standing in for a window, when somebody works there again. */
export async function endPostOf(writing: Writing, around: Around, windowId: string): Promise<void> {
  const row = await posts.findPost(writing.tx, writing.actor.centreId, windowId);
  if (row !== undefined) endPosts(writing, around, [row]);
}

function endPosts(writing: Writing, around: Around, rows: readonly WindowPostRow[]): void {
  const { tx, actor, clock } = writing;
  for (const row of rows) {
    posts.deletePost(tx, row);
    const place = around.directory.windows.byId.get(row.post_window_id);
    if (place === undefined) continue;
    freeTargets(tx, actor.centreId, row.post_window_id, around.today);
    const state = {
      ...toFresh(actor.centreId, place),
      state: 'offline',
      since: clock.now(),
    } as const;
    recordWindow(writing, state, 'post-left', { day: around.today });
  }
}

export const toPost = (
  row: WindowPostRow,
  place: Pick<WindowRef, 'id' | 'number' | 'nameZh' | 'nameEn'>,
): Post => ({
  windowId: place.id,
  windowNumber: place.number,
  nameZh: place.nameZh,
  nameEn: place.nameEn,
  since: row.since.toISOString(),
});
