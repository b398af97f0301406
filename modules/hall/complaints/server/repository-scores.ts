import { type Expression, type SqlBool, sql } from 'kysely';

import type { Reach } from '#kernel/access/authorise.ts';
import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { ScoreState, TargetKind } from '../contract.ts';
import type { ComplaintsTables, ScoreRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<ComplaintsTables>();

export function insertScore(tx: Tx, row: ScoreRow): void {
  send(tx, tables(tx).insertInto('complaints.score').values(row));
}

export function updateScore(tx: Tx, row: ScoreRow): void {
  const { centre_id, score_id, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('complaints.score')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('score_id', '=', score_id),
  );
}

export const lockScore = (tx: Tx, centreId: number, id: string): Promise<ScoreRow | undefined> =>
  tables(tx)
    .selectFrom('complaints.score')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('score_id', '=', id)
    .forUpdate()
    .executeTakeFirst();

/** The score that a fact has already. */
export const lockScoreOf = (
  tx: Tx,
  centreId: number,
  subject: string,
): Promise<ScoreRow | undefined> =>
  tables(tx)
    .selectFrom('complaints.score')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirst();

export interface ScoreFilter {
  readonly reach: Reach;
  readonly ownPersonId: string | undefined;
  readonly state?: ScoreState | undefined;
  readonly month?: string | undefined;
}

function withinReach({ reach, ownPersonId }: ScoreFilter): Expression<SqlBool> {
  if (reach.everything) return sql<SqlBool>`true`;
  const ids = [...reach.departmentIds];
  return sql<SqlBool>`(department_id = ANY(${ids}::uuid[]) OR person_id = ${ownPersonId ?? null})`;
}

export const listScores = (
  db: Db,
  centreId: number,
  filter: ScoreFilter,
  { limit, cursor }: { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<ScoreRow[]> =>
  tables(db)
    .selectFrom('complaints.score')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where(withinReach(filter))
    .$if(filter.state !== undefined, (query) => query.where('state', '=', filter.state ?? 'stands'))
    .$if(filter.month !== undefined, (query) =>
      query.where(sql<boolean>`to_char(scored_on, 'YYYY-MM') = ${filter.month ?? ''}`),
    )
    .where(afterCursor(cursor, ['score_id'], 'desc'))
    .orderBy('score_id', 'desc')
    .limit(limit + 1)
    .execute();

const COLUMN = { person: 'person_id', window: 'window_id', department: 'department_id' } as const;

/** What counts in a month for one kind of target. */
export const listMonth = (
  db: Db,
  centreId: number,
  filter: ScoreFilter,
  target: TargetKind,
): Promise<Array<{ target_id: string | null; item: string; points: string | number }>> =>
  tables(db)
    .selectFrom('complaints.score')
    .select([`${COLUMN[target]} as target_id`, 'item', 'points'])
    .where('centre_id', '=', centreId)
    .where(withinReach(filter))
    .where('state', '!=', 'cancelled')
    .where(COLUMN[target], 'is not', null)
    .where(sql<boolean>`to_char(scored_on, 'YYYY-MM') = ${filter.month ?? ''}`)
    .execute();
