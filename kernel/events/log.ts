import { sql } from 'kysely';

import { runText } from '../db/transaction.ts';
import type { Db, Tx } from '../db/types.ts';
import { getSnapshot, type Snapshot } from './snapshot.ts';

/** One event of the log as it is stored. */
export interface LogRow {
  readonly centre_id: number;
  readonly event_id: string;
  readonly written_by: string;
  readonly name: string;
  readonly version: number;
  readonly aggregate_kind: string;
  readonly aggregate_id: string;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly at: Date;
  readonly payload: unknown;
}

/** A place in the log's order: the transaction that wrote, then the event. */
export interface Place {
  readonly written_by: string;
  readonly event_id: string;
}

/** Before every event of every transaction. */
export const BEGINNING: Place = {
  written_by: '0',
  event_id: '00000000-0000-0000-0000-000000000000',
};

const COLUMNS = `o.centre_id, o.event_id, o.written_by::text AS written_by, o.name, o.version, o.aggregate_kind,
  o.aggregate_id, o.actor_kind, o.actor_id, o.at, o.payload`;

/** The present snapshot, from which a reader of news begins. */
export async function readSnapshot(db: Db): Promise<Snapshot> {
  const { rows } = await sql<{ snapshot: string }>`
    SELECT pg_current_snapshot()::text AS snapshot`.execute(db);
  return getSnapshot(rows[0]?.snapshot ?? '');
}

/** What became visible after a snapshot, and the snapshot that the next question begins from. */
export interface News<Row> {
  readonly after: Snapshot;
  readonly rows: readonly Row[];
}

/** Which kinds of event became visible in which centres, and the newest transaction of each. */
export interface NewName {
  readonly centre_id: number;
  readonly name: string;
  readonly through: string;
}

/**
 * A transaction was not visible in a snapshot when it is one of those that were running then, or one that
 * came later; each case is a search in the index, so a reader behind a long transaction rereads nothing.
 */
export async function readNewNames(
  db: Db,
  centreIds: readonly number[],
  since: Snapshot,
): Promise<News<NewName>> {
  const { rows } = await sql<{ snapshot: string } & (NewName | { centre_id: null })>`
    SELECT s.snapshot, n.centre_id, n.name, n.through
    FROM (SELECT pg_current_snapshot()::text AS snapshot) s
    LEFT JOIN LATERAL (
      SELECT c.centre_id, o.name, max(o.written_by)::text AS through
      FROM unnest(${[...centreIds]}::integer[]) AS c (centre_id)
      CROSS JOIN LATERAL (
        SELECT name, written_by FROM kernel.outbox
        WHERE centre_id = c.centre_id AND written_by >= ${String(since.xmax)}::xid8
        UNION ALL
        SELECT name, written_by FROM kernel.outbox
        WHERE centre_id = c.centre_id AND written_by = ANY (${toTexts(since)}::xid8[])
      ) o
      GROUP BY c.centre_id, o.name
    ) n ON true`.execute(db);
  return toNews(rows);
}

/** The events of these kinds that became visible since, at most `limit`, in the log's order within each centre. */
export async function readNewEvents(
  db: Db,
  question: {
    readonly centreIds: readonly number[];
    readonly names: readonly string[];
    readonly since: Snapshot;
    readonly limit: number;
  },
): Promise<News<LogRow>> {
  const { centreIds, names, since, limit } = question;
  const { rows } = await sql<{ snapshot: string } & (LogRow | { centre_id: null })>`
    SELECT s.snapshot, n.*
    FROM (SELECT pg_current_snapshot()::text AS snapshot) s
    LEFT JOIN LATERAL (
      SELECT ${sql.raw(COLUMNS)}
      FROM unnest(${[...centreIds]}::integer[]) AS c (centre_id)
      CROSS JOIN LATERAL (
        SELECT * FROM kernel.outbox
        WHERE centre_id = c.centre_id AND written_by >= ${String(since.xmax)}::xid8
        UNION ALL
        SELECT * FROM kernel.outbox
        WHERE centre_id = c.centre_id AND written_by = ANY (${toTexts(since)}::xid8[])
      ) o
      WHERE o.name = ANY (${[...names]}::text[])
      ORDER BY o.centre_id, o.written_by, o.event_id
      LIMIT ${limit}
    ) n ON true`.execute(db);
  return toNews(rows);
}

function toTexts({ running }: Snapshot): string[] {
  return [...running].map(String);
}

function toNews<Row extends { readonly centre_id: number }>(
  rows: ReadonlyArray<{ snapshot: string } & (Row | { readonly centre_id: null })>,
): News<Row> {
  return {
    after: getSnapshot(rows[0]?.snapshot ?? ''),
    rows: rows.filter((row): row is { snapshot: string } & Row => row.centre_id !== null),
  };
}

export interface DueRow extends LogRow {
  /** An earlier event of the same subject is set aside for this listener. */
  readonly is_parked: boolean;
}

const DUE = `SELECT ${COLUMNS}, EXISTS (
    SELECT FROM kernel.parked_event p
    WHERE p.centre_id = o.centre_id AND p.listener = $2
      AND p.aggregate_kind = o.aggregate_kind AND p.aggregate_id = o.aggregate_id
  ) AS is_parked
  FROM kernel.outbox o
  WHERE o.centre_id = $1 AND (o.written_by, o.event_id) > ($3::xid8, $4::uuid)
    AND o.written_by < pg_snapshot_xmin(pg_current_snapshot()) AND o.name = ANY ($5::text[])
  ORDER BY o.written_by, o.event_id
  LIMIT $6`;

/** The next events for a listener, none of a transaction below which one is still being written. */
export function listDueEvents(
  tx: Tx,
  question: {
    readonly centreId: number;
    readonly listener: string;
    readonly names: readonly string[];
    readonly after: Place;
    readonly limit: number;
  },
): Promise<DueRow[]> {
  const { centreId, listener, names, after, limit } = question;
  return runText(tx, DUE, [centreId, listener, after.written_by, after.event_id, names, limit]);
}

/** The number below which every transaction has ended. */
export async function readHorizon(tx: Tx): Promise<string> {
  const rows = await runText<{ horizon: string }>(
    tx,
    'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon',
  );
  return rows[0]?.horizon ?? '0';
}

/** One event of the log; undefined when it was never written or is already pruned. */
export async function findEvent(
  tx: Tx,
  centreId: number,
  eventId: string,
): Promise<LogRow | undefined> {
  const rows = await runText<LogRow>(
    tx,
    `SELECT ${COLUMNS} FROM kernel.outbox o WHERE o.centre_id = $1 AND o.event_id = $2`,
    [centreId, eventId],
  );
  return rows[0];
}
