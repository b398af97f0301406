import { sql } from 'kysely';

import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import { tables } from './repository.ts';
import type { BusinessRow } from './tables.ts';

export function listBusinesses(db: Db, centreId: number, siteId?: string): Promise<BusinessRow[]> {
  return tables(db)
    .selectFrom('queue.business')
    .selectAll()
    .where('centre_id', '=', centreId)
    .$if(siteId !== undefined, (query) => query.where('site_id', '=', siteId ?? ''))
    .orderBy('sort_order')
    .orderBy('letter')
    .execute();
}

export function findBusiness(
  db: Db,
  centreId: number,
  businessId: string,
): Promise<BusinessRow | undefined> {
  return tables(db)
    .selectFrom('queue.business')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('business_id', '=', businessId)
    .executeTakeFirst();
}

/** By its code, or by the letter on its tickets. */
export function findBusinessBySign(
  db: Db,
  centreId: number,
  siteId: string,
  sign: string,
): Promise<BusinessRow | undefined> {
  return tables(db)
    .selectFrom('queue.business')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('site_id', '=', siteId)
    .where((eb) => eb.or([eb('code', '=', sign), eb('letter', '=', sign)]))
    .executeTakeFirst();
}

export function lockBusiness(
  tx: Tx,
  centreId: number,
  businessId: string,
): Promise<BusinessRow | undefined> {
  return tables(tx)
    .selectFrom('queue.business')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('business_id', '=', businessId)
    .forUpdate()
    .executeTakeFirst();
}

export function insertBusiness(tx: Tx, row: BusinessRow): void {
  send(tx, tables(tx).insertInto('queue.business').values(row));
}

export function updateBusiness(tx: Tx, row: BusinessRow): void {
  const { centre_id, business_id, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('queue.business')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('business_id', '=', business_id),
  );
}

/** One line as it stands: who waits, how long the day's services took, what the windows do. */
export interface LineNumbers {
  readonly business_id: string;
  readonly waiting: number;
  readonly issued: number;
  readonly longest_at: Date | null;
  /** Minutes from call to end of the last services, newest first. */
  readonly samples: number[];
  /** Forecast minus real wait in minutes, of today's called tickets, newest first. */
  readonly errors: number[];
}

/** The lines of businesses at one moment, in one statement. */
export async function readLines(
  db: Db,
  centreId: number,
  of: { readonly businessIds: readonly string[]; readonly day: string; readonly samples: number },
): Promise<LineNumbers[]> {
  const { rows } = await sql<LineNumbers>`
    SELECT b.business_id, waiting.count AS waiting, waiting.longest_at,
      coalesce(l.last_serial, 0) AS issued,
      coalesce(done.samples, '{}') AS samples, coalesce(done.errors, '{}') AS errors
    FROM unnest(${[...of.businessIds]}::uuid[]) AS b (business_id)
    LEFT JOIN queue.line l
      ON l.centre_id = ${centreId} AND l.business_id = b.business_id AND l.day = ${of.day}
    CROSS JOIN LATERAL (SELECT count(*)::integer AS count, min(t.issued_at) AS longest_at
      FROM queue.ticket t WHERE t.centre_id = ${centreId} AND t.business_id = b.business_id
        AND t.day = ${of.day} AND t.state = 'waiting') waiting
    CROSS JOIN LATERAL (SELECT
        array_agg(s.took ORDER BY s.ended_at DESC) AS samples,
        array_agg(s.error ORDER BY s.ended_at DESC) FILTER (WHERE s.error IS NOT NULL) AS errors
      FROM (SELECT t.ended_at,
          (extract(epoch FROM t.ended_at - t.last_called_at) / 60)::double precision AS took,
          (t.forecast_minutes - extract(epoch FROM t.called_at - t.issued_at) / 60)::double precision AS error
        FROM queue.ticket t WHERE t.centre_id = ${centreId} AND t.business_id = b.business_id
          AND t.day = ${of.day} AND t.state = 'done'
        ORDER BY t.ended_at DESC LIMIT ${of.samples}) s) done`.execute(db);
  return rows;
}

/** A window that is open, with the businesses it serves and since when it is busy with which. */
export interface OpenWindow {
  readonly window_id: string;
  readonly business_ids: string[];
  readonly main_ids: string[];
  readonly busy_with: string | null;
  readonly busy_since: Date | null;
}

export async function readOpenWindows(db: Db, centreId: number): Promise<OpenWindow[]> {
  const { rows } = await sql<OpenWindow>`
    SELECT w.window_id,
      array_agg(DISTINCT s.business_id) AS business_ids,
      coalesce(array_agg(DISTINCT s.business_id) FILTER (WHERE s.role = 'main'), '{}') AS main_ids,
      t.business_id AS busy_with, t.last_called_at AS busy_since
    FROM queue.window_state w
    JOIN (SELECT o.centre_id, o.window_id, o.business_id, o.role FROM queue.window_service o
      UNION ALL SELECT o.centre_id, p.window_id, o.business_id, o.role FROM queue.window_post p
        JOIN queue.window_service o ON o.centre_id = p.centre_id AND o.window_id = p.post_window_id
    ) s ON s.centre_id = w.centre_id AND s.window_id = w.window_id
    LEFT JOIN queue.ticket t ON t.centre_id = w.centre_id AND t.window_id = w.window_id
      AND t.state IN ('called', 'serving')
    WHERE w.centre_id = ${centreId} AND w.state = 'open'
    GROUP BY w.window_id, t.business_id, t.last_called_at`.execute(db);
  return rows;
}
