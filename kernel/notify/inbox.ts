import type { Actor } from '../access/contract-actor.ts';
import { readCursor, toPage } from '../db/keyset.ts';
import type { QueryOf } from '../http/contract.ts';
import type { InboxItem, routes } from './contract.ts';
import type { NotifyDeps } from './deps.ts';
import * as repository from './repository.ts';
import { openContent } from './sealed.ts';
import type { MessageRow } from './tables.ts';

/** The actor's own messages, newest first, with the number unread. */
export async function listInbox(
  deps: NotifyDeps,
  actor: Actor,
  query: QueryOf<typeof routes.listInbox>,
) {
  const { db } = deps.database;
  const filter = {
    cursor: readCursor(query.cursor),
    limit: query.limit,
    unreadOnly: query.unreadOnly,
  };
  const [rows, unread] = await Promise.all([
    repository.listInbox(db, actor.centreId, actor.id, filter),
    repository.countUnread(db, actor.centreId, actor.id),
  ]);
  const toItem = (row: MessageRow): InboxItem => ({
    id: row.message_id,
    template: row.template,
    ...openContent(deps.cipher, row),
    link: row.link,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  });
  const page = toPage(rows, query.limit, toItem, (row) => [
    row.created_at.toISOString(),
    row.message_id,
  ]);
  return { ...page, total: null, unread };
}

/** Marks the actor's own messages as read: one, or all. */
export async function markRead(
  deps: NotifyDeps,
  actor: Actor,
  messageId?: string,
): Promise<{ done: true }> {
  await deps.database.transaction(async (tx) => {
    repository.markRead(tx, actor.centreId, actor.id, deps.clock.now(), messageId);
  });
  return { done: true };
}
