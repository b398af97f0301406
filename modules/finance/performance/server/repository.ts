import type { Selectable } from 'kysely';

import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type {
  IndicatorRow,
  PerformanceTables,
  ReviewTable,
  TargetRow,
  ValueRow,
} from './tables.ts';

const tables = (db: Db) => db.$extendTables<PerformanceTables>();

export type ReviewRecord = Selectable<ReviewTable>;

export function listTargets(db: Db, centreId: number, year?: number): Promise<TargetRow[]> {
  return tables(db)
    .selectFrom('performance.target')
    .selectAll()
    .where('centre_id', '=', centreId)
    .$if(year !== undefined, (query) => query.where('year', '=', year ?? 0))
    .orderBy('year', 'desc')
    .orderBy('project_code')
    .execute();
}

function targetWhere(db: Db, centreId: number, id: string) {
  return tables(db)
    .selectFrom('performance.target')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('target_id', '=', id);
}

export function findTarget(db: Db, centreId: number, id: string): Promise<TargetRow | undefined> {
  return targetWhere(db, centreId, id).executeTakeFirst();
}

/** The row, kept from others until the transaction ends. */
export function lockTarget(tx: Tx, centreId: number, id: string): Promise<TargetRow | undefined> {
  return targetWhere(tx, centreId, id).forUpdate().executeTakeFirst();
}

export function insertTarget(tx: Tx, row: TargetRow): void {
  send(tx, tables(tx).insertInto('performance.target').values(row));
}

export function updateTarget(tx: Tx, row: TargetRow): void {
  const { centre_id, target_id, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('performance.target')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('target_id', '=', target_id),
  );
}

export function listIndicators(
  db: Db,
  centreId: number,
  targetIds: readonly string[],
): Promise<IndicatorRow[]> {
  if (targetIds.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('performance.indicator')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('target_id', 'in', [...targetIds])
    .orderBy('target_id')
    .orderBy('sort_order')
    .execute();
}

/** Puts these in place of those that a target has. */
export function replaceIndicators(
  tx: Tx,
  { centre_id, target_id }: Pick<TargetRow, 'centre_id' | 'target_id'>,
  rows: readonly IndicatorRow[],
): void {
  send(
    tx,
    tables(tx)
      .deleteFrom('performance.indicator')
      .where('centre_id', '=', centre_id)
      .where('target_id', '=', target_id),
  );
  if (rows.length > 0)
    send(
      tx,
      tables(tx)
        .insertInto('performance.indicator')
        .values([...rows]),
    );
}

/** Values recorded of these targets up to a day, oldest first. */
export function listValues(
  db: Db,
  centreId: number,
  targetIds: readonly string[],
  until: string,
): Promise<ValueRow[]> {
  if (targetIds.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('performance.recorded_value')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('target_id', 'in', [...targetIds])
    .where('as_of', '<=', until)
    .orderBy('as_of')
    .orderBy('at')
    .execute();
}

export function insertValue(tx: Tx, row: ValueRow): void {
  send(tx, tables(tx).insertInto('performance.recorded_value').values(row));
}

export function listReviews(
  db: Db,
  centreId: number,
  targetIds: readonly string[],
): Promise<ReviewRecord[]> {
  if (targetIds.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('performance.review')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('target_id', 'in', [...targetIds])
    .orderBy('as_of')
    .orderBy('updated_at')
    .execute();
}

function reviewWhere(db: Db, centreId: number, id: string) {
  return tables(db)
    .selectFrom('performance.review')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('review_id', '=', id);
}

export function findReview(
  db: Db,
  centreId: number,
  id: string,
): Promise<ReviewRecord | undefined> {
  return reviewWhere(db, centreId, id).executeTakeFirst();
}

export function lockReview(
  tx: Tx,
  centreId: number,
  id: string,
): Promise<ReviewRecord | undefined> {
  return reviewWhere(tx, centreId, id).forUpdate().executeTakeFirst();
}

export function insertReview(tx: Tx, row: ReviewRecord): void {
  send(
    tx,
    tables(tx)
      .insertInto('performance.review')
      .values({ ...row, rows: JSON.stringify(row.rows) }),
  );
}

export function updateReview(tx: Tx, row: ReviewRecord): void {
  const { centre_id, review_id, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('performance.review')
      .set({ ...changes, rows: JSON.stringify(changes.rows) })
      .where('centre_id', '=', centre_id)
      .where('review_id', '=', review_id),
  );
}
