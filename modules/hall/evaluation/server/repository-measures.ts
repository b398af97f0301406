import { sql } from 'kysely';

import type { Db } from '#kernel/db/types.ts';
import type { MeasureSpan } from '#kernel/module/measure.ts';

import type { EvaluationTables } from './tables.ts';

const tables = (db: Db) => db.$extendTables<EvaluationTables>();

/** Ratings that count, and those of them of the three upper grades. */
export function countRatings(
  db: Db,
  { centreId, from, until }: MeasureSpan,
): Promise<{ all: number; content: number }> {
  return tables(db)
    .selectFrom('evaluation.evaluation')
    .where('centre_id', '=', centreId)
    .where('served_on', '>=', from)
    .where('served_on', '<=', until)
    .where('standing', '=', 'counted')
    .select([
      sql<number>`count(*)::integer`.as('all'),
      sql<number>`(count(*) filter (where grade not in ('dissatisfied', 'very-dissatisfied')))::integer`.as(
        'content',
      ),
    ])
    .executeTakeFirstOrThrow();
}

/** Bad ratings of these days that are closed, and those of them mended in time. */
export function countMended(
  db: Db,
  { centreId, from, until }: MeasureSpan,
): Promise<{ all: number; inTime: number }> {
  return tables(db)
    .selectFrom('evaluation.bad_case')
    .where('centre_id', '=', centreId)
    .where('served_on', '>=', from)
    .where('served_on', '<=', until)
    .where('closed_at', 'is not', null)
    .select([
      sql<number>`count(*)::integer`.as('all'),
      sql<number>`(count(*) filter (where not was_rectified_late and not was_contact_late))::integer`.as(
        'inTime',
      ),
    ])
    .executeTakeFirstOrThrow();
}
