import { sql } from 'kysely';

import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import { tables } from './repository.ts';
import type { WindowPostRow, WindowServiceRow } from './tables.ts';

/** Every post that is served from another window. */
export const listPosts = (db: Db, centreId: number): Promise<WindowPostRow[]> =>
  tables(db)
    .selectFrom('queue.window_post')
    .selectAll()
    .where('centre_id', '=', centreId)
    .execute();

/** Posts that are served from a window, the longest first. */
export const listPostsFrom = (
  db: Db,
  centreId: number,
  windowId: string,
): Promise<WindowPostRow[]> =>
  tables(db)
    .selectFrom('queue.window_post')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('window_id', '=', windowId)
    .orderBy('since')
    .orderBy('post_window_id')
    .execute();

/** Who serves the post of a window. */
export const findPost = (
  db: Db,
  centreId: number,
  postWindowId: string,
): Promise<WindowPostRow | undefined> =>
  tables(db)
    .selectFrom('queue.window_post')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('post_window_id', '=', postWindowId)
    .executeTakeFirst();

export function insertPost(tx: Tx, row: WindowPostRow): void {
  send(tx, tables(tx).insertInto('queue.window_post').values(row));
}

export function deletePost(tx: Tx, { centre_id, post_window_id }: WindowPostRow): void {
  send(
    tx,
    tables(tx)
      .deleteFrom('queue.window_post')
      .where('centre_id', '=', centre_id)
      .where('post_window_id', '=', post_window_id),
  );
}

/** What is served at a window: its own lines, and those of the posts that are served from it; each line once. */
export async function listServicesAt(
  db: Db,
  centreId: number,
  windowId: string,
): Promise<WindowServiceRow[]> {
  const { rows } = await sql<WindowServiceRow>`
    SELECT DISTINCT ON (s.business_id) s.* FROM queue.window_service s
    WHERE s.centre_id = ${centreId} AND (s.window_id = ${windowId} OR s.window_id IN (
      SELECT p.post_window_id FROM queue.window_post p
      WHERE p.centre_id = ${centreId} AND p.window_id = ${windowId}))
    ORDER BY s.business_id, s.role`.execute(db);
  return rows;
}
