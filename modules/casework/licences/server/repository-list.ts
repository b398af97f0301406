import { sql } from 'kysely';

import type { Day } from '#kernel/clock/day.ts';
import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import type { Db } from '#kernel/db/types.ts';

import type { LicenceState } from '../contract.ts';
import type { Departments } from './reach.ts';
import { tables } from './repository.ts';
import type { LicenceRow } from './tables.ts';

export interface ListFilter {
  readonly today: Day;
  readonly departments: Departments;
  readonly search?: string | undefined;
  readonly kind?: string | undefined;
  readonly state?: LicenceState | undefined;
  readonly departmentId?: string | undefined;
  /** Valid ones that end by this day. */
  readonly endsBy?: Day | undefined;
}

const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

/** Licences by what they are now: one whose last day has passed counts as expired whatever is recorded. */
function licencesWhere(db: Db, centreId: number, filter: ListFilter) {
  const { today, departments, search, kind, state, departmentId, endsBy } = filter;
  const isOver = sql<boolean>`coalesce(valid_until < ${today}::date, false)`;
  let query = tables(db).selectFrom('licences.licence').where('centre_id', '=', centreId);
  if (departments !== undefined) {
    if (departments.length === 0) query = query.where(sql<boolean>`false`);
    else query = query.where('department_id', 'in', [...departments]);
  }
  if (kind !== undefined) query = query.where('kind_code', '=', kind);
  if (departmentId !== undefined) query = query.where('department_id', '=', departmentId);
  if (endsBy !== undefined)
    query = query
      .where('state', '=', 'valid')
      .where('valid_until', '>=', today)
      .where('valid_until', '<=', endsBy);
  if (state === 'expired')
    query = query.where((eb) =>
      eb.or([
        eb('state', '=', 'expired'),
        eb.and([eb('state', 'in', ['valid', 'suspended']), isOver]),
      ]),
    );
  else if (state === 'valid' || state === 'suspended')
    query = query.where('state', '=', state).where(sql<boolean>`not ${isOver}`);
  else if (state !== undefined) query = query.where('state', '=', state);
  if (search !== undefined && search !== '') {
    const text = escapeLike(search);
    query = query.where((eb) =>
      eb.or([
        eb('number', 'like', `${text}%`),
        eb('identifier', 'like', `${text}%`),
        eb('holder_search', 'like', `%${text.toLowerCase()}%`),
      ]),
    );
  }
  return query;
}

/** A page, the newest first. One row more than asked for, when there is one. */
export function listLicences(
  db: Db,
  centreId: number,
  filter: ListFilter,
  page: { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<LicenceRow[]> {
  return licencesWhere(db, centreId, filter)
    .selectAll()
    .where(afterCursor(page.cursor, ['issued_at', 'licence_id'], 'desc'))
    .orderBy('issued_at', 'desc')
    .orderBy('licence_id', 'desc')
    .limit(page.limit + 1)
    .execute();
}

export async function countLicences(db: Db, centreId: number, filter: ListFilter): Promise<number> {
  const { count } = await licencesWhere(db, centreId, filter)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
