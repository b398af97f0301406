import { type Expression, type SqlBool, sql } from 'kysely';

import type { Reach } from '#kernel/access/authorise.ts';
import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import type { Db } from '#kernel/db/types.ts';

import type { CaseFilter, CaseState, Light } from '../contract.ts';
import type { CaseRow, CasesTables } from './tables.ts';

/** An empty list is no SQL; this id belongs to nothing. */
const NOTHING = '00000000-0000-0000-0000-000000000000';

const tables = (db: Db) => db.$extendTables<CasesTables>();

/** One of several ids, in a statement whose text is the same however many they are. */
export const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

export interface ListFilter extends Omit<CaseFilter, 'from' | 'to'> {
  readonly reach: Reach;
  readonly actorId: string;
  /** Ids ascend with time: the first and the last of the days asked for. */
  readonly firstId?: string | undefined;
  readonly lastId?: string | undefined;
  readonly today: string;
}

/** Only what the actor’s grants cover; a condition on the first columns of an index wherever there is one. */
function withinReach(reach: Reach): Expression<SqlBool> {
  if (reach.everything) return sql<SqlBool>`true`;
  const oneOf = (column: string, ids: readonly string[]) =>
    sql<SqlBool>`${sql.ref(column)} = ANY(${[...ids]}::uuid[])`;
  const parts = [
    ...(reach.departmentIds.length > 0 ? [oneOf('department_id', reach.departmentIds)] : []),
    ...(reach.siteIds.length > 0 ? [oneOf('site_id', reach.siteIds)] : []),
    ...(reach.windowIds.length > 0 ? [oneOf('window_id', reach.windowIds)] : []),
    ...(reach.ownerId === undefined ? [] : [sql<SqlBool>`handler_id = ${reach.ownerId}`]),
  ];
  return parts.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(parts, sql` or `)})`;
}

/** Work lists come by what is due first; looking back, the newest comes first. */
export const isByDue = (filter: Pick<ListFilter, 'list'>): boolean => filter.list !== 'all';

function where(db: Db, centreId: number, filter: ListFilter) {
  const { list, state, light, departmentId, matterId, partyId, channel, search } = filter;
  return tables(db)
    .selectFrom('cases.case_file')
    .where('centre_id', '=', centreId)
    .where(withinReach(filter.reach))
    .$if(isByDue(filter), (query) => query.where('is_open', '=', true))
    .$if(list === 'own', (query) => query.where('handler_id', '=', filter.actorId))
    .$if(list === 'group', (query) => query.where('handler_id', 'is', null))
    .$if(list === 'overdue', (query) => query.where('due_on', '<', filter.today))
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'draft'))
    .$if(light !== undefined, (query) => query.where('light', '=', light ?? 'grey'))
    .$if(departmentId !== undefined, (query) =>
      query.where('department_id', '=', departmentId ?? NOTHING),
    )
    .$if(matterId !== undefined, (query) => query.where('matter_id', '=', matterId ?? NOTHING))
    .$if(partyId !== undefined, (query) => query.where('party_id', '=', partyId ?? NOTHING))
    .$if(channel !== undefined, (query) => query.where('channel', '=', channel ?? ''))
    .$if(filter.firstId !== undefined, (query) =>
      query.where('case_id', '>=', filter.firstId ?? NOTHING),
    )
    .$if(filter.lastId !== undefined, (query) =>
      query.where('case_id', '<', filter.lastId ?? NOTHING),
    )
    .$if(search !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('case_no', '=', search ?? ''),
          eb('query_code', '=', (search ?? '').toUpperCase()),
        ]),
      ),
    );
}

export interface Paging {
  readonly limit: number;
  readonly cursor: Cursor | undefined;
}

/** One more than the page, so that it is known whether another follows. */
export function listCases(
  db: Db,
  centreId: number,
  filter: ListFilter,
  { limit, cursor }: Paging,
): Promise<CaseRow[]> {
  const query = where(db, centreId, filter)
    .selectAll()
    .limit(limit + 1);
  return isByDue(filter)
    ? query
        .where(afterCursor(cursor, ['due_on', 'case_id']))
        .orderBy('due_on')
        .orderBy('case_id')
        .execute()
    : query
        .where(afterCursor(cursor, ['case_id'], 'desc'))
        .orderBy('case_id', 'desc')
        .execute();
}

/** Of open cases only, by the same conditions as the list. All that ever were are not counted at each look. */
export async function countCases(db: Db, centreId: number, filter: ListFilter): Promise<number> {
  const { count } = await where(db, centreId, filter)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export const countByStateAndLight = (
  db: Db,
  centreId: number,
  filter: ListFilter,
): Promise<Array<{ state: CaseState; light: Light; count: number }>> =>
  where(db, centreId, filter)
    .select(['state', 'light'])
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .groupBy(['state', 'light'])
    .execute();

/** The cases of an applicant under any of their ids, the newest first. */
export const listOfParty = (
  db: Db,
  centreId: number,
  partyIds: readonly string[],
  { limit, cursor }: Paging,
): Promise<CaseRow[]> =>
  tables(db)
    .selectFrom('cases.case_file')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where((eb) => eb('party_id', '=', anyOf(partyIds)))
    .where(afterCursor(cursor, ['case_id'], 'desc'))
    .orderBy('case_id', 'desc')
    .limit(limit + 1)
    .execute();

/** Open cases on which one of these days has passed; for the work that time does. */
export const listDue = (
  db: Db,
  centreId: number,
  due: 'notice' | 'supplement' | 'inspection',
  today: string,
  limit: number,
): Promise<CaseRow[]> =>
  tables(db)
    .selectFrom('cases.case_file')
    .selectAll()
    .where('centre_id', '=', centreId)
    .$if(due === 'notice', (query) =>
      query
        .where('is_open', '=', true)
        .where('state', 'in', ['submitted', 'received', 'corrected'])
        .where('due_on', '<', today),
    )
    .$if(due === 'supplement', (query) =>
      query
        .where('is_open', '=', true)
        .where('state', 'in', ['accepted', 'reviewing', 'special'])
        .where('supplement_due_on', '<', today),
    )
    .$if(due === 'inspection', (query) => query.where('inspect_by', '<=', today))
    .orderBy('case_id')
    .limit(limit)
    .execute();
