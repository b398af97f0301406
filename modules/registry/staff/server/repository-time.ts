import { sql } from 'kysely';

import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { ListLeaveQuery } from '../contract.ts';
import type { LeaveRow, RosterRow, StaffTables, StationingRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<StaffTables>();
const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

/** Arrangements that hold on some day of a stretch. */
export function listStationingBetween(
  db: Db,
  centreId: number,
  from: string,
  to: string,
): Promise<StationingRow[]> {
  return tables(db)
    .selectFrom('staff.stationing')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('valid_from', '<=', to)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', from)]))
    .orderBy('valid_from')
    .orderBy('stationing_id')
    .execute();
}

/** Every arrangement of a window or with a person, the latest first. */
export function listStationingOf(
  db: Db,
  centreId: number,
  of: { readonly windowId?: string | undefined; readonly personId?: string | undefined },
): Promise<StationingRow[]> {
  const { windowId, personId } = of;
  let query = tables(db)
    .selectFrom('staff.stationing')
    .selectAll()
    .where('centre_id', '=', centreId);
  if (windowId !== undefined) query = query.where('window_id', '=', windowId);
  if (personId !== undefined)
    query = query.where((eb) =>
      eb.or([eb('person_a_id', '=', personId), eb('person_b_id', '=', personId)]),
    );
  return query.orderBy('valid_from', 'desc').orderBy('stationing_id').limit(500).execute();
}

/** Keeps everybody else who adds or stations people in this centre waiting until the transaction ends. */
export async function lockStaff(tx: Tx, centreId: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('staff'), ${centreId})`.execute(tx);
}

export function lockStationingRow(
  tx: Tx,
  centreId: number,
  stationingId: string,
): Promise<StationingRow | undefined> {
  return tables(tx)
    .selectFrom('staff.stationing')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('stationing_id', '=', stationingId)
    .forUpdate()
    .executeTakeFirst();
}

/** Arrangements that have not ended before a day, in which somebody takes part. */
export function listOpenStationingOf(
  tx: Tx,
  centreId: number,
  personId: string,
  after: string,
): Promise<StationingRow[]> {
  return tables(tx)
    .selectFrom('staff.stationing')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where((eb) => eb.or([eb('person_a_id', '=', personId), eb('person_b_id', '=', personId)]))
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', after)]))
    .forUpdate()
    .execute();
}

export function deleteStationing(tx: Tx, row: StationingRow): void {
  send(
    tx,
    tables(tx)
      .deleteFrom('staff.stationing')
      .where('centre_id', '=', row.centre_id)
      .where('stationing_id', '=', row.stationing_id),
  );
}

export interface RosterFilter {
  readonly from: string;
  readonly to: string;
  readonly siteId?: string;
  readonly personIds?: readonly string[];
}

export function listRoster(db: Db, centreId: number, filter: RosterFilter): Promise<RosterRow[]> {
  const { from, to, siteId, personIds } = filter;
  let query = tables(db)
    .selectFrom('staff.roster_entry')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('day', '>=', from)
    .where('day', '<=', to);
  if (siteId !== undefined) query = query.where('site_id', '=', siteId);
  if (personIds !== undefined) query = query.where('person_id', '=', anyOf(personIds));
  return query.orderBy('day').orderBy('shift_code').orderBy('entry_id').execute();
}

export function deleteRoster(tx: Tx, centreId: number, entryIds: readonly string[]): void {
  if (entryIds.length === 0) return;
  send(
    tx,
    tables(tx)
      .deleteFrom('staff.roster_entry')
      .where('centre_id', '=', centreId)
      .where('entry_id', '=', anyOf(entryIds)),
  );
}

/** Leave that is asked for or approved and touches a stretch of days. */
export function listLiveLeave(
  db: Db,
  centreId: number,
  from: string,
  to: string,
): Promise<LeaveRow[]> {
  return tables(db)
    .selectFrom('staff.leave')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('status', 'in', ['requested', 'approved'])
    .where('starts_on', '<=', to)
    .where('ends_on', '>=', from)
    .execute();
}

export interface LeaveFilter extends Omit<ListLeaveQuery, 'cursor'> {
  readonly cursor: Cursor | undefined;
  /** The people whose leave the reader may see; undefined for everybody. */
  readonly onlyPersonIds: readonly string[] | undefined;
}

function filteredLeave(db: Db, centreId: number, filter: Omit<LeaveFilter, 'cursor' | 'limit'>) {
  const { status, personId, onlyPersonIds, search } = filter;
  let query = tables(db)
    .selectFrom('staff.leave as leave')
    .innerJoin('staff.person as person', (join) =>
      join
        .onRef('person.centre_id', '=', 'leave.centre_id')
        .onRef('person.person_id', '=', 'leave.person_id'),
    )
    .where('leave.centre_id', '=', centreId);
  if (status !== undefined) query = query.where('leave.status', '=', status);
  if (personId !== undefined) query = query.where('leave.person_id', '=', personId);
  if (onlyPersonIds !== undefined)
    query = query.where('leave.person_id', '=', anyOf(onlyPersonIds));
  if (search !== undefined)
    query = query.where('person.search_text', 'like', `%${search.toLowerCase()}%`);
  return query;
}

export function listLeave(db: Db, centreId: number, filter: LeaveFilter): Promise<LeaveRow[]> {
  return filteredLeave(db, centreId, filter)
    .selectAll('leave')
    .where(afterCursor(filter.cursor, ['leave.starts_on', 'leave.leave_id'], 'desc'))
    .orderBy('leave.starts_on', 'desc')
    .orderBy('leave.leave_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

export async function countLeave(
  db: Db,
  centreId: number,
  filter: Omit<LeaveFilter, 'cursor' | 'limit'>,
): Promise<number> {
  const { count } = await filteredLeave(db, centreId, filter)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export function listLeaveOf(db: Db, centreId: number, personId: string): Promise<LeaveRow[]> {
  return tables(db)
    .selectFrom('staff.leave')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('person_id', '=', personId)
    .orderBy('starts_on', 'desc')
    .limit(200)
    .execute();
}

export function findLeave(
  db: Db,
  centreId: number,
  leaveId: string,
): Promise<LeaveRow | undefined> {
  return tables(db)
    .selectFrom('staff.leave')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('leave_id', '=', leaveId)
    .executeTakeFirst();
}

export function lockLeave(
  tx: Tx,
  centreId: number,
  leaveId: string,
): Promise<LeaveRow | undefined> {
  return tables(tx)
    .selectFrom('staff.leave')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('leave_id', '=', leaveId)
    .forUpdate()
    .executeTakeFirst();
}
