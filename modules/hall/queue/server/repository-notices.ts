import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import { tables } from './repository.ts';
import type { NoticeRow } from './tables.ts';

/** Notices of a site that end after a moment, in the order of their beginning. */
export function listNotices(
  db: Db,
  centreId: number,
  siteId: string,
  { endsAfter, beginsBefore }: { readonly endsAfter: Date; readonly beginsBefore?: Date },
): Promise<NoticeRow[]> {
  return tables(db)
    .selectFrom('queue.notice')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('site_id', '=', siteId)
    .where('shown_until', '>', endsAfter)
    .$if(beginsBefore !== undefined, (query) =>
      query.where('shown_from', '<', beginsBefore ?? endsAfter),
    )
    .orderBy('is_urgent', 'desc')
    .orderBy('shown_from')
    .orderBy('notice_id')
    .limit(200)
    .execute();
}

export function lockNotice(
  tx: Tx,
  centreId: number,
  noticeId: string,
): Promise<NoticeRow | undefined> {
  return tables(tx)
    .selectFrom('queue.notice')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('notice_id', '=', noticeId)
    .forUpdate()
    .executeTakeFirst();
}

export function insertNotice(tx: Tx, row: NoticeRow): void {
  send(tx, tables(tx).insertInto('queue.notice').values(row));
}

export function updateNotice(tx: Tx, row: NoticeRow): void {
  const { centre_id, notice_id, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('queue.notice')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('notice_id', '=', notice_id),
  );
}

export function deleteNotice(tx: Tx, row: NoticeRow): void {
  send(
    tx,
    tables(tx)
      .deleteFrom('queue.notice')
      .where('centre_id', '=', row.centre_id)
      .where('notice_id', '=', row.notice_id),
  );
}
