import { type Cursor, afterCursor } from '../db/keyset.ts';
import { send } from '../db/transaction.ts';
import type { Db, Tx } from '../db/types.ts';
import type { MessageState } from './contract.ts';
import type { MessageRow, NotifyTables } from './tables.ts';

const tables = (db: Db) => db.$extendTables<NotifyTables>();

export interface MessageFilter {
  readonly cursor: Cursor | undefined;
  readonly limit: number;
}

/** Writes the message unless one with its key was written before; says whether it was new. */
export async function insertMessage(tx: Tx, row: MessageRow): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('kernel.message')
    .values(row)
    .onConflict((conflict) => conflict.columns(['centre_id', 'dedupe_key']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export function listInbox(
  db: Db,
  centreId: number,
  accountId: string,
  filter: MessageFilter & { readonly unreadOnly: boolean },
): Promise<MessageRow[]> {
  return tables(db)
    .selectFrom('kernel.message')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('channel', '=', 'inbox')
    .where('account_id', '=', accountId)
    .$if(filter.unreadOnly, (query) => query.where('read_at', 'is', null))
    .where(afterCursor(filter.cursor, ['created_at', 'message_id'], 'desc'))
    .orderBy('created_at', 'desc')
    .orderBy('message_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

export async function countUnread(db: Db, centreId: number, accountId: string): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('kernel.message')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .where('centre_id', '=', centreId)
    .where('channel', '=', 'inbox')
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Marks the account's own unread messages, or the one of them that is named. */
export function markRead(
  tx: Tx,
  centreId: number,
  accountId: string,
  at: Date,
  messageId?: string,
): void {
  send(
    tx,
    tables(tx)
      .updateTable('kernel.message')
      .set({ read_at: at })
      .where('centre_id', '=', centreId)
      .where('channel', '=', 'inbox')
      .where('account_id', '=', accountId)
      .where('read_at', 'is', null)
      .$if(messageId !== undefined, (query) => query.where('message_id', '=', messageId ?? '')),
  );
}

export function listOutgoing(
  db: Db,
  centreId: number,
  filter: MessageFilter & { readonly state: MessageState | undefined },
): Promise<MessageRow[]> {
  return tables(db)
    .selectFrom('kernel.message')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('channel', '!=', 'inbox')
    .$if(filter.state !== undefined, (query) => query.where('state', '=', filter.state ?? 'failed'))
    .where(afterCursor(filter.cursor, ['created_at', 'message_id'], 'desc'))
    .orderBy('created_at', 'desc')
    .orderBy('message_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

export function findMessage(
  db: Db,
  centreId: number,
  messageId: string,
): Promise<MessageRow | undefined> {
  return tables(db)
    .selectFrom('kernel.message')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
}

export function lockMessage(
  tx: Tx,
  centreId: number,
  messageId: string,
): Promise<MessageRow | undefined> {
  return tables(tx)
    .selectFrom('kernel.message')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('message_id', '=', messageId)
    .forUpdate()
    .executeTakeFirst();
}

export function setState(tx: Tx, row: MessageRow): void {
  send(
    tx,
    tables(tx)
      .updateTable('kernel.message')
      .set({ state: row.state, attempts: row.attempts, failure: row.failure, sent_at: row.sent_at })
      .where('centre_id', '=', row.centre_id)
      .where('message_id', '=', row.message_id),
  );
}
