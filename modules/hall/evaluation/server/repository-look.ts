import { type RawBuilder, sql } from 'kysely';

import type { Reach } from '#kernel/access/authorise.ts';
import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import type { Db } from '#kernel/db/types.ts';

import type { Channel, EvaluationFilter, Grade, GroupBy } from '../contract.ts';
import { withinReach } from './repository-bad.ts';
import type { EvaluationRow, EvaluationTables, ServiceRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<EvaluationTables>();

export const listServices = (
  db: Db,
  centreId: number,
  serviceIds: readonly string[],
): Promise<ServiceRow[]> =>
  tables(db)
    .selectFrom('evaluation.service')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('service_id', '=', sql<string>`any(${[...new Set(serviceIds)]}::uuid[])`)
    .execute();

export interface Seen {
  readonly reach: Reach;
  readonly ownPersonId: string | undefined;
}

const within = ({ reach, ownPersonId }: Seen) =>
  withinReach(reach, ownPersonId, {
    departments: ['department_id'],
    window: 'window_id',
    person: 'person_id',
    site: 'site_id',
  });

export interface ListFilter extends EvaluationFilter, Seen {}

const BAD: readonly Grade[] = ['dissatisfied', 'very-dissatisfied'];

export const listEvaluations = (
  db: Db,
  centreId: number,
  filter: ListFilter,
  { limit, cursor }: { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<EvaluationRow[]> =>
  tables(db)
    .selectFrom('evaluation.evaluation')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where(within(filter))
    .$if(filter.grade !== undefined, (query) =>
      query.where('grade', '=', filter.grade ?? 'satisfied'),
    )
    .$if(filter.channel !== undefined, (query) =>
      query.where('channel', '=', filter.channel ?? 'pad'),
    )
    .$if(filter.standing !== undefined, (query) =>
      query.where('standing', '=', filter.standing ?? 'counted'),
    )
    .$if(filter.onlyBad === true, (query) => query.where('grade', 'in', [...BAD]))
    .$if(filter.departmentId !== undefined, (query) =>
      query.where('department_id', '=', filter.departmentId ?? ''),
    )
    .$if(filter.windowId !== undefined, (query) =>
      query.where('window_id', '=', filter.windowId ?? ''),
    )
    .$if(filter.personId !== undefined, (query) =>
      query.where('person_id', '=', filter.personId ?? ''),
    )
    .$if(filter.from !== undefined, (query) => query.where('served_on', '>=', filter.from ?? ''))
    .$if(filter.to !== undefined, (query) => query.where('served_on', '<=', filter.to ?? ''))
    .where(afterCursor(cursor, ['evaluation_id'], 'desc'))
    .orderBy('evaluation_id', 'desc')
    .limit(limit + 1)
    .execute();

/** What is public: nothing excluded, no default mark, and a suspect one only after it was looked at. */
export const listPublic = (
  db: Db,
  centreId: number,
  onlyBad: boolean,
  { limit, cursor }: { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<EvaluationRow[]> =>
  tables(db)
    .selectFrom('evaluation.evaluation')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('standing', '=', 'counted')
    .where('number', '>', 0)
    .$if(onlyBad, (query) => query.where('grade', 'in', [...BAD]))
    .where(afterCursor(cursor, ['evaluation_id'], 'desc'))
    .orderBy('evaluation_id', 'desc')
    .limit(limit + 1)
    .execute();

export interface Period extends Seen {
  readonly from: string;
  readonly to: string;
}

/** The key of a group; a column of its own for each table, since services know no channel. */
function keyOf(by: GroupBy): RawBuilder<string> {
  switch (by) {
    case 'department':
      return sql<string>`coalesce(department_id::text, '')`;
    case 'window':
      return sql<string>`coalesce(window_id::text, '')`;
    case 'person':
      return sql<string>`coalesce(person_id::text, '')`;
    case 'matter':
      return sql<string>`coalesce(matter_id::text, '')`;
    case 'day':
      return sql<string>`served_on::text`;
    case 'month':
      return sql<string>`to_char(served_on, 'YYYY-MM')`;
    case 'channel':
      return sql<string>`channel`;
  }
}

export interface DueCount {
  readonly key: string;
  readonly due: number;
}

/** 应评: services of the period by group. By channel there is none: nobody knows how the silent would have rated. */
export const countDue = (
  db: Db,
  centreId: number,
  period: Period,
  by: Exclude<GroupBy, 'channel'>,
): Promise<DueCount[]> =>
  tables(db)
    .selectFrom('evaluation.service')
    .select(keyOf(by).as('key'))
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('due'))
    .where('centre_id', '=', centreId)
    .where('is_void', '=', false)
    .where('served_on', '>=', period.from)
    .where('served_on', '<=', period.to)
    .where(within(period))
    .groupBy('key')
    .execute();

export interface GradeCount {
  readonly key: string;
  readonly grade: Grade;
  readonly number: number;
  readonly standing: EvaluationRow['standing'];
  readonly count: number;
}

/** First ratings and default marks by group, grade and standing. A default that was followed by a rating is none. */
export const countGrades = (
  db: Db,
  centreId: number,
  period: Period,
  by: GroupBy,
): Promise<GradeCount[]> =>
  tables(db)
    .selectFrom('evaluation.evaluation')
    .select([keyOf(by).as('key'), 'grade', 'number', 'standing'])
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .where('centre_id', '=', centreId)
    .where('served_on', '>=', period.from)
    .where('served_on', '<=', period.to)
    .where(
      sql<boolean>`(number = 1 OR (number = 0 AND NOT EXISTS (SELECT FROM evaluation.evaluation later
        WHERE later.centre_id = evaluation.centre_id AND later.service_id = evaluation.service_id
        AND later.number = 1)))`,
    )
    .where(within(period))
    .groupBy(['key', 'grade', 'number', 'standing'])
    .execute();

export interface BadCount {
  readonly key: string;
  readonly bad: number;
  readonly excluded: number;
  readonly rectified: number;
  readonly on_time: number;
  readonly named: number;
  readonly called_back: number;
}

/** What became of bad ratings, by the group of the rating. Additions that are bad are mended too. */
export const countBad = (
  db: Db,
  centreId: number,
  period: Period,
  by: GroupBy,
): Promise<BadCount[]> => {
  const count = (when: RawBuilder<unknown>) =>
    sql<number>`(count(*) FILTER (WHERE ${when}))::integer`;
  const isIn = sql`bad.state <> 'excluded'`;
  return tables(db)
    .with('rated', (query) =>
      query
        .selectFrom('evaluation.evaluation')
        .select(['evaluation_id', keyOf(by).as('key')])
        .where('centre_id', '=', centreId)
        .where('served_on', '>=', period.from)
        .where('served_on', '<=', period.to)
        .where(within(period)),
    )
    .selectFrom('evaluation.bad_case as bad')
    .innerJoin('rated', 'rated.evaluation_id', 'bad.evaluation_id')
    .where('bad.centre_id', '=', centreId)
    .select([
      'rated.key as key',
      sql<number>`count(*)::integer`.as('bad'),
      count(sql`bad.state = 'excluded'`).as('excluded'),
      count(
        sql`${isIn} AND (bad.rectified_at IS NOT NULL OR bad.finding = 'no-basis' AND bad.replied_at IS NOT NULL)`,
      ).as('rectified'),
      count(
        sql`${isIn} AND (bad.rectified_at IS NOT NULL AND NOT bad.was_rectified_late OR bad.finding = 'no-basis' AND bad.replied_at IS NOT NULL)`,
      ).as('on_time'),
      count(sql`${isIn} AND bad.is_named`).as('named'),
      count(sql`${isIn} AND bad.is_named AND bad.called_back_at IS NOT NULL`).as('called_back'),
    ])
    .groupBy('rated.key')
    .execute();
};

export const countChannels = (
  db: Db,
  centreId: number,
  period: Period,
): Promise<Array<{ channel: Channel; count: number }>> =>
  tables(db)
    .selectFrom('evaluation.evaluation')
    .select('channel')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .where('centre_id', '=', centreId)
    .where('served_on', '>=', period.from)
    .where('served_on', '<=', period.to)
    .where('number', '>', 0)
    .where(within(period))
    .groupBy('channel')
    .orderBy('count', 'desc')
    .execute();

/** How often each option was chosen, the most often first. */
export const countOptions = (
  db: Db,
  centreId: number,
  period: Period,
  limit: number,
): Promise<Array<{ code: string; version: number; count: number }>> =>
  tables(db)
    .with('said', (query) =>
      query
        .selectFrom('evaluation.evaluation')
        .select([
          sql<string>`jsonb_array_elements_text(options)`.as('code'),
          'option_set_version as version',
        ])
        .where('centre_id', '=', centreId)
        .where('served_on', '>=', period.from)
        .where('served_on', '<=', period.to)
        .where('number', '=', 1)
        .where('standing', '!=', 'excluded')
        .where(within(period)),
    )
    .selectFrom('said')
    .select(['code', 'version'])
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .groupBy(['code', 'version'])
    .orderBy('count', 'desc')
    .orderBy('code')
    .limit(limit)
    .execute();

/** The names of matters as services wrote them down, the newest. */
export async function nameMatters(
  db: Db,
  centreId: number,
  matterIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(db)
    .selectFrom('evaluation.service')
    .select('matter_id')
    .select(sql<string>`max(matter_name->>'zh')`.as('name'))
    .where('centre_id', '=', centreId)
    .where('matter_id', '=', sql<string>`any(${matterIds.filter((id) => id !== '')}::uuid[])`)
    .groupBy('matter_id')
    .execute();
  return new Map(rows.map((row) => [row.matter_id ?? '', row.name]));
}
