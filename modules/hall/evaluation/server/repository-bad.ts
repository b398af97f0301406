import { type Expression, type SqlBool, sql } from 'kysely';

import type { Reach } from '#kernel/access/authorise.ts';
import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { BadFilter } from '../contract.ts';
import type { BadCaseRow, BadStepRow, EvaluationTables } from './tables.ts';

const tables = (db: Db) => db.$extendTables<EvaluationTables>();

const stored = (row: BadCaseRow) => ({
  ...row,
  handlers: JSON.stringify(row.handlers),
  overdue_told: JSON.stringify(row.overdue_told),
});

export function insertBadCase(tx: Tx, row: BadCaseRow): void {
  send(tx, tables(tx).insertInto('evaluation.bad_case').values(stored(row)));
}

export function updateBadCase(tx: Tx, row: BadCaseRow): void {
  const { centre_id, evaluation_id, ...changes } = stored(row);
  send(
    tx,
    tables(tx)
      .updateTable('evaluation.bad_case')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('evaluation_id', '=', evaluation_id),
  );
}

export function insertStep(tx: Tx, row: BadStepRow): void {
  send(tx, tables(tx).insertInto('evaluation.bad_step').values(row));
}

export const findBadCase = (
  db: Db,
  centreId: number,
  evaluationId: string,
): Promise<BadCaseRow | undefined> =>
  tables(db)
    .selectFrom('evaluation.bad_case')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('evaluation_id', '=', evaluationId)
    .executeTakeFirst();

export const lockBadCase = (
  tx: Tx,
  centreId: number,
  evaluationId: string,
): Promise<BadCaseRow | undefined> =>
  tables(tx)
    .selectFrom('evaluation.bad_case')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('evaluation_id', '=', evaluationId)
    .forUpdate()
    .executeTakeFirst();

export const listSteps = (db: Db, centreId: number, evaluationId: string): Promise<BadStepRow[]> =>
  tables(db)
    .selectFrom('evaluation.bad_step')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('evaluation_id', '=', evaluationId)
    .orderBy('step_id')
    .execute();

export interface BadListFilter extends BadFilter {
  readonly reach: Reach;
  /** The staff record of the reader, for who sees only what concerns themselves. */
  readonly ownPersonId: string | undefined;
  readonly today: string;
  readonly search: string | undefined;
}

/** Cases of the units, windows and people that the grants cover. */
export function withinReach(
  { everything, departmentIds, windowIds, siteIds }: Reach,
  ownPersonId: string | undefined,
  columns: {
    readonly departments: readonly string[];
    readonly window: string;
    readonly person: string;
    readonly site: string | undefined;
  },
): Expression<SqlBool> {
  if (everything) return sql<SqlBool>`true`;
  const oneOf = (column: string, ids: readonly string[]) =>
    sql<SqlBool>`${sql.ref(column)} = ANY(${[...ids]}::uuid[])`;
  const parts = [
    ...columns.departments.map((column) => oneOf(column, departmentIds)),
    oneOf(columns.window, windowIds),
    ...(columns.site === undefined ? [] : [oneOf(columns.site, siteIds)]),
    ...(ownPersonId === undefined
      ? []
      : [sql<SqlBool>`${sql.ref(columns.person)} = ${ownPersonId}`]),
  ];
  return sql<SqlBool>`(${sql.join(parts, sql` or `)})`;
}

function filtered(db: Db, centreId: number, filter: BadListFilter) {
  const { list, state, departmentId, search } = filter;
  return tables(db)
    .selectFrom('evaluation.bad_case')
    .where('centre_id', '=', centreId)
    .where(
      withinReach(filter.reach, filter.ownPersonId, {
        departments: ['department_id', 'rated_department_id'],
        window: 'window_id',
        person: 'rated_person_id',
        site: undefined,
      }),
    )
    .$if(list === 'open' || list === 'overdue', (query) => query.where('is_open', '=', true))
    .$if(list === 'overdue', (query) => query.where('due_on', '<', filter.today))
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'rated'))
    .$if(departmentId !== undefined, (query) =>
      query.where('department_id', '=', departmentId ?? ''),
    )
    .$if(search !== undefined, (query) => query.where('number', 'ilike', `%${search ?? ''}%`));
}

export interface Paging {
  readonly limit: number;
  readonly cursor: Cursor | undefined;
}

export const listBadCases = (
  db: Db,
  centreId: number,
  filter: BadListFilter,
  { limit, cursor }: Paging,
): Promise<BadCaseRow[]> =>
  filtered(db, centreId, filter)
    .selectAll()
    .where(afterCursor(cursor, ['due_on', 'evaluation_id']))
    .orderBy('due_on')
    .orderBy('evaluation_id')
    .limit(limit + 1)
    .execute();

export async function countBadCases(
  db: Db,
  centreId: number,
  filter: BadListFilter,
): Promise<number> {
  const { count } = await filtered(db, centreId, filter)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Open cases whose limit has passed. */
export const listOverdue = (
  db: Db,
  centreId: number,
  today: string,
  limit: number,
): Promise<BadCaseRow[]> =>
  tables(db)
    .selectFrom('evaluation.bad_case')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('is_open', '=', true)
    .where('due_on', '<', today)
    .orderBy('due_on')
    .limit(limit)
    .execute();
