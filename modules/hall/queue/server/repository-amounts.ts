import { sql } from 'kysely';

import type { Db } from '#kernel/db/types.ts';
import type { MeasureSpan } from '#kernel/module/measure.ts';

import { tables } from './repository.ts';

export interface VisitAmounts {
  readonly served: number;
  /** Visits whose wait is known, the seconds of all of them, and those of at most fifteen minutes. */
  readonly waited: number;
  readonly waitedSeconds: number;
  readonly waitedShort: number;
}

/** What the visits of some days amount to. */
export async function sumVisits(
  db: Db,
  { centreId, from, until }: MeasureSpan,
): Promise<VisitAmounts> {
  return tables(db)
    .selectFrom('queue.visit_measure')
    .where('centre_id', '=', centreId)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .select([
      sql<number>`(count(*) filter (where outcome = 'served'))::integer`.as('served'),
      sql<number>`count(waited_seconds)::integer`.as('waited'),
      sql<number>`coalesce(sum(waited_seconds), 0)::float8`.as('waitedSeconds'),
      sql<number>`(count(*) filter (where waited_seconds <= 900))::integer`.as('waitedShort'),
    ])
    .executeTakeFirstOrThrow();
}

/** Windows at which somebody worked on some days. */
export async function countWindowsServed(
  db: Db,
  { centreId, from, until }: MeasureSpan,
): Promise<number> {
  const { windows } = await tables(db)
    .selectFrom('queue.window_measure')
    .where('centre_id', '=', centreId)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .where('open_seconds', '>', 0)
    .select(sql<number>`count(distinct window_id)::integer`.as('windows'))
    .executeTakeFirstOrThrow();
  return windows;
}
