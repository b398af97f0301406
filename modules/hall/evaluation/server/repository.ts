import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { EvaluationTables, EvaluationRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<EvaluationTables>();

export interface EvaluationFilter {
  readonly search?: string | undefined;
  readonly limit: number;
  readonly cursor: Cursor | undefined;
}

function evaluationsWhere(db: Db, centreId: number, search: string | undefined) {
  const pattern = `%${search ?? ''}%`;
  return tables(db)
    .selectFrom('evaluation.evaluation')
    .where('centre_id', '=', centreId)
    .$if(search !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('code', 'ilike', pattern),
          eb('name_zh', 'ilike', pattern),
          eb('name_en', 'ilike', pattern),
        ]),
      ),
    );
}

export function listEvaluations(
  db: Db,
  centreId: number,
  filter: EvaluationFilter,
): Promise<EvaluationRow[]> {
  return evaluationsWhere(db, centreId, filter.search)
    .selectAll()
    .where(afterCursor(filter.cursor, ['code']))
    .orderBy('code')
    .limit(filter.limit + 1)
    .execute();
}

export async function countEvaluations(
  db: Db,
  centreId: number,
  search: string | undefined,
): Promise<number> {
  const { count } = await evaluationsWhere(db, centreId, search)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function evaluationWhere(db: Db, centreId: number, id: string) {
  return tables(db)
    .selectFrom('evaluation.evaluation')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('evaluation_id', '=', id);
}

export function findEvaluation(
  db: Db,
  centreId: number,
  id: string,
): Promise<EvaluationRow | undefined> {
  return evaluationWhere(db, centreId, id).executeTakeFirst();
}

/** The row, kept from others until the transaction ends. */
export function lockEvaluation(
  tx: Tx,
  centreId: number,
  id: string,
): Promise<EvaluationRow | undefined> {
  return evaluationWhere(tx, centreId, id).forUpdate().executeTakeFirst();
}

export function insertEvaluation(tx: Tx, row: EvaluationRow): void {
  send(tx, tables(tx).insertInto('evaluation.evaluation').values(row));
}

export function updateEvaluation(tx: Tx, row: EvaluationRow): void {
  const { centre_id, evaluation_id, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('evaluation.evaluation')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('evaluation_id', '=', evaluation_id),
  );
}
