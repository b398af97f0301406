import { sql } from 'kysely';

import type { Db } from '#kernel/db/types.ts';

import type { CasesTables } from './tables.ts';

const tables = (db: Db) => db.$extendTables<CasesTables>();

export interface Between {
  readonly centreId: number;
  readonly from: Date;
  readonly until: Date;
}

/** Cases that came in, and those of them that nobody brought to a window. Parents of a bundle are no cases of their own. */
export async function countReceived(
  db: Db,
  { centreId, from, until }: Between,
): Promise<{ all: number; withoutVisit: number }> {
  return tables(db)
    .selectFrom('cases.case_file')
    .where('centre_id', '=', centreId)
    .where('submitted_at', '>=', from)
    .where('submitted_at', '<=', until)
    .where('state', '<>', 'draft')
    .where(sql<boolean>`body ->> 'kind' <> 'parent'`)
    .select([
      sql<number>`count(*)::integer`.as('all'),
      sql<number>`(count(*) filter (where channel <> 'window'))::integer`.as('withoutVisit'),
    ])
    .executeTakeFirstOrThrow();
}

/** Cases that were accepted by a person, and those that the law accepted because nobody answered in time. */
export async function countAccepted(
  db: Db,
  { centreId, from, until }: Between,
): Promise<{ all: number; inTime: number }> {
  return tables(db)
    .selectFrom('cases.case_event')
    .where('centre_id', '=', centreId)
    .where('at', '>=', from)
    .where('at', '<=', until)
    .where('act', 'in', ['accept', 'deem-accepted'])
    .select([
      sql<number>`count(*)::integer`.as('all'),
      sql<number>`(count(*) filter (where act = 'accept'))::integer`.as('inTime'),
    ])
    .executeTakeFirstOrThrow();
}

/** Decisions, and those of them not later than the promised day; a case without one has its statutory day. */
export async function countDecided(
  db: Db,
  { centreId, from, until }: Between,
  zone: string,
): Promise<{ all: number; inTime: number }> {
  return tables(db)
    .selectFrom('cases.case_event as step')
    .innerJoin('cases.case_file as file', (join) =>
      join
        .onRef('file.centre_id', '=', 'step.centre_id')
        .onRef('file.case_id', '=', 'step.case_id'),
    )
    .where('step.centre_id', '=', centreId)
    .where('step.at', '>=', from)
    .where('step.at', '<=', until)
    .where('step.act', 'in', ['approve', 'deny'])
    .select([
      sql<number>`count(*)::integer`.as('all'),
      sql<number>`(count(*) filter (where (step.at at time zone ${zone})::date
        <= coalesce(file.promised_due_on, file.statutory_due_on, 'infinity'::date)))::integer`.as(
        'inTime',
      ),
    ])
    .executeTakeFirstOrThrow();
}
