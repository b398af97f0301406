import { sql } from 'kysely';

import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { ListPeopleQuery } from '../contract.ts';
import type { PersonRoleRow, PersonRow, PostRow, StaffTables } from './tables.ts';

const tables = (db: Db) => db.$extendTables<StaffTables>();
const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

/** The people that a reader may see: of these departments, these people, or all but the others. */
export interface Visible {
  readonly departmentIds: readonly string[];
  readonly personIds: readonly string[];
  /** When set, everybody who is not one of these may be seen too. */
  readonly allBut: readonly string[] | undefined;
}

export interface PeopleFilter extends Omit<ListPeopleQuery, 'cursor'> {
  readonly cursor: Cursor | undefined;
  /** Undefined for everybody. */
  readonly visible: Visible | undefined;
  readonly today: string;
}

function filtered(db: Db, centreId: number, filter: Omit<PeopleFilter, 'cursor' | 'limit'>) {
  const { visible, today } = filter;
  const words = (filter.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  let query = tables(db).selectFrom('staff.person').where('centre_id', '=', centreId);
  for (const word of words)
    query = query.where('search_text', 'like', `%${word.replaceAll(/[%_\\]/g, '\\$&')}%`);
  const { officeId, departmentId, postCode, employment, state } = filter;
  if (officeId !== undefined) query = query.where('office_id', '=', officeId);
  if (departmentId !== undefined) query = query.where('department_id', '=', departmentId);
  if (postCode !== undefined) query = query.where('post_code', '=', postCode);
  if (employment !== undefined) query = query.where('employment', '=', employment);
  if (state !== undefined)
    query = query.where((eb) => {
      const isHere = eb.or([eb('left_on', 'is', null), eb('left_on', '>=', today)]);
      return state === 'working' ? isHere : eb.not(isHere);
    });
  if (visible === undefined) return query;
  return query.where((eb) =>
    eb.or([
      eb('department_id', '=', anyOf(visible.departmentIds)),
      eb('person_id', '=', anyOf(visible.personIds)),
      ...(visible.allBut === undefined
        ? []
        : [sql<boolean>`person_id <> all(${[...visible.allBut]}::uuid[])`]),
    ]),
  );
}

export function listPeople(db: Db, centreId: number, filter: PeopleFilter): Promise<PersonRow[]> {
  return filtered(db, centreId, filter)
    .selectAll()
    .where(afterCursor(filter.cursor, ['employee_no']))
    .orderBy('employee_no')
    .limit(filter.limit + 1)
    .execute();
}

export async function countPeople(
  db: Db,
  centreId: number,
  filter: Omit<PeopleFilter, 'cursor' | 'limit'>,
): Promise<number> {
  const { count } = await filtered(db, centreId, filter)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export function findPerson(
  db: Db,
  centreId: number,
  personId: string,
): Promise<PersonRow | undefined> {
  return tables(db)
    .selectFrom('staff.person')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

export function findPersonOfAccount(
  db: Db,
  centreId: number,
  accountId: string,
): Promise<PersonRow | undefined> {
  return tables(db)
    .selectFrom('staff.person')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where(sql<boolean>`account_id::text = ${accountId}`)
    .executeTakeFirst();
}

/** Whose accounts these are. */
export function findPeopleOfAccounts(
  db: Db,
  centreId: number,
  accountIds: readonly string[],
): Promise<PersonRow[]> {
  return tables(db)
    .selectFrom('staff.person')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where(sql<boolean>`account_id::text = any(${[...accountIds]}::text[])`)
    .execute();
}

export function findPeople(
  db: Db,
  centreId: number,
  personIds: readonly string[],
): Promise<PersonRow[]> {
  return tables(db)
    .selectFrom('staff.person')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('person_id', '=', anyOf(personIds))
    .orderBy('employee_no')
    .execute();
}

/** People, kept from others until the transaction ends; in one order, so that two writers can not deadlock. */
export function lockPeople(
  tx: Tx,
  centreId: number,
  personIds: readonly string[],
): Promise<PersonRow[]> {
  return tables(tx)
    .selectFrom('staff.person')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('person_id', '=', anyOf(personIds))
    .orderBy('person_id')
    .forUpdate()
    .execute();
}

export async function lockPerson(
  tx: Tx,
  centreId: number,
  personId: string,
): Promise<PersonRow | undefined> {
  return (await lockPeople(tx, centreId, [personId]))[0];
}

/** Contract staff who have not left. */
export async function countContractStaff(db: Db, centreId: number, today: string): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('staff.person')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .where('centre_id', '=', centreId)
    .where('employment', '=', 'contract')
    .where((eb) => eb.or([eb('left_on', 'is', null), eb('left_on', '>=', today)]))
    .executeTakeFirstOrThrow();
  return count;
}

export function findPost(db: Db, centreId: number, code: string): Promise<PostRow | undefined> {
  return tables(db)
    .selectFrom('staff.post')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('code', '=', code)
    .executeTakeFirst();
}

export function listRolesOf(
  db: Db,
  centreId: number,
  personIds: readonly string[],
): Promise<PersonRoleRow[]> {
  return tables(db)
    .selectFrom('staff.person_role')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('person_id', '=', anyOf(personIds))
    .execute();
}

export function deleteRoles(tx: Tx, rows: readonly PersonRoleRow[]): void {
  for (const row of rows)
    send(
      tx,
      tables(tx)
        .deleteFrom('staff.person_role')
        .where('centre_id', '=', row.centre_id)
        .where('person_id', '=', row.person_id)
        .where('role', '=', row.role)
        .where('scope_level', '=', row.scope_level)
        .where('scope_id', '=', row.scope_id),
    );
}
