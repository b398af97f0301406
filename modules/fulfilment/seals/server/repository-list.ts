import { type Expression, type SqlBool, sql } from 'kysely';

import type { CentreDay } from '#kernel/centre/centre-day.ts';
import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { Light, MakerList, SetFilter, SetState } from '../contract.ts';
import { tables } from './repository.ts';
import { MAKING } from './rules/lights.ts';
import type { SetRow } from './tables.ts';

export interface ListFilter extends SetFilter {
  readonly search?: string | undefined;
}

const isMaking = () => sql<SqlBool>`state in (${sql.join([...MAKING])})`;

function isOfLight(light: Light, { now, today }: CentreDay): Expression<SqlBool> {
  const isRed = sql<SqlBool>`(${isMaking()} and (due_on < ${today}::date
    or (state = 'dispatched' and answer_by < ${now})))`;
  const isYellow = sql<SqlBool>`(${isMaking()} and due_on = ${today}::date and not ${isRed})`;
  switch (light) {
    case 'red':
      return isRed;
    case 'yellow':
      return sql<SqlBool>`coalesce(${isYellow}, false)`;
    case 'green':
      return sql<SqlBool>`not coalesce(${isRed}, false) and not coalesce(${isYellow}, false)`;
  }
}

function setsWhere(db: Db, centreId: number, filter: ListFilter, day: CentreDay) {
  const { list, state, light, makerId, from, to, search } = filter;
  let query = tables(db).selectFrom('seals.seal_set').where('centre_id', '=', centreId);
  if (list === 'open')
    query = query.where('state', 'not in', ['eligible', 'signed', 'lapsed', 'cancelled']);
  if (list === 'ready') query = query.where('state', 'in', ['handed-over', 'at-centre']);
  if (list === 'overdue') query = query.where(isOfLight('red', day));
  if (state !== undefined) query = query.where('state', '=', state);
  if (light !== undefined) query = query.where(isOfLight(light, day));
  if (makerId !== undefined) query = query.where('maker_id', '=', makerId);
  if (from !== undefined) query = query.where('licensed_on', '>=', from);
  if (to !== undefined) query = query.where('licensed_on', '<=', to);
  if (search !== undefined && search !== '') {
    const text = search.trim();
    query = query.where((eb) =>
      eb.or([
        eb('number', '=', text.toUpperCase()),
        eb('uscc', '=', text.toUpperCase()),
        eb('case_no', '=', text),
        eb('firm_name', 'like', `%${text.replaceAll(/[%_\\]/g, '\\$&')}%`),
      ]),
    );
  }
  return query;
}

/** A page, the newest first. One row more than asked for, when there is one. */
export function listSets(
  db: Db,
  centreId: number,
  filter: ListFilter,
  page: { readonly limit: number; readonly cursor: Cursor | undefined; readonly day: CentreDay },
): Promise<SetRow[]> {
  return setsWhere(db, centreId, filter, page.day)
    .selectAll()
    .where(afterCursor(page.cursor, ['created_at', 'set_id'], 'desc'))
    .orderBy('created_at', 'desc')
    .orderBy('set_id', 'desc')
    .limit(page.limit + 1)
    .execute();
}

export async function countSets(
  db: Db,
  centreId: number,
  filter: ListFilter,
  day: CentreDay,
): Promise<number> {
  const { count } = await setsWhere(db, centreId, filter, day)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

const OF_LIST: Readonly<Record<MakerList, readonly SetState[]>> = {
  waiting: ['dispatched'],
  making: ['accepted', 'filed', 'engraved'],
  done: ['handed-over', 'at-centre', 'sent', 'signed'],
};

/** What a maker has, the most urgent first; of what is done the newest. */
export function listOfMaker(
  db: Db,
  centreId: number,
  makerId: string,
  list: MakerList,
): Promise<SetRow[]> {
  const query = tables(db)
    .selectFrom('seals.seal_set')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('maker_id', '=', makerId)
    .where('state', 'in', [...OF_LIST[list]]);
  return list === 'done'
    ? query.orderBy('updated_at', 'desc').limit(100).execute()
    : query.orderBy('due_on').orderBy('created_at').limit(500).execute();
}

/** Sets whose maker did not answer in time. */
export function lockUnanswered(tx: Tx, centreId: number, now: Date, most: number) {
  return tables(tx)
    .selectFrom('seals.seal_set')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('state', '=', 'dispatched')
    .where('answer_by', '<', now)
    .orderBy('answer_by')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Claimed, and with no maker. */
export function lockUndispatched(tx: Tx, centreId: number, most: number) {
  return tables(tx)
    .selectFrom('seals.seal_set')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('state', '=', 'applied')
    .orderBy('applied_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
}

export function lockLapsing(tx: Tx, centreId: number, today: string, most: number) {
  return tables(tx)
    .selectFrom('seals.seal_set')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('state', '=', 'eligible')
    .where('claim_until', '<', today)
    .orderBy('claim_until')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
}

export function countByState(
  db: Db,
  centreId: number,
): Promise<Array<{ readonly state: SetState; readonly sets: number }>> {
  return tables(db)
    .selectFrom('seals.seal_set')
    .select(['state', sql<number>`count(*)::integer`.as('sets')])
    .where('centre_id', '=', centreId)
    .groupBy('state')
    .execute();
}

export interface SignedRow {
  readonly day: string;
  readonly sets: number;
  readonly days: number;
  readonly within: number;
}

/** Signed by day: how many, their days from the licence in all, and how many were at the centre as promised. */
export function countSigned(
  db: Db,
  centreId: number,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<SignedRow[]> {
  return tables(db)
    .selectFrom('seals.seal_set as s')
    .select([
      sql<string>`s.first_signed_on`.as('day'),
      sql<number>`count(*)::integer`.as('sets'),
      sql<number>`sum(s.signed_days)::integer`.as('days'),
      sql<number>`(count(*) filter (where s.due_on is null or exists (
        select 1 from seals.step t where t.centre_id = s.centre_id and t.set_id = s.set_id
        and t.act = 'hand-over' and (t.at at time zone 'Asia/Shanghai')::date <= s.due_on)))::integer`.as(
        'within',
      ),
    ])
    .where('s.centre_id', '=', centreId)
    .where('s.first_signed_on', '>=', from)
    .where('s.first_signed_on', '<=', to)
    .groupBy('s.first_signed_on')
    .orderBy('s.first_signed_on')
    .execute();
}

export async function countRemakesSince(
  db: Db,
  centreId: number,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('seals.remake')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .where('centre_id', '=', centreId)
    .where('asked_at', '>=', from)
    .where('asked_at', '<', to)
    .executeTakeFirstOrThrow();
  return count;
}

/** Minutes from the claim to the first signature, over sets signed within some days. */
export async function sumMinutes(
  db: Db,
  centreId: number,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<{ readonly minutes: number; readonly sets: number }> {
  return tables(db)
    .selectFrom('seals.seal_set')
    .select([
      sql<number>`coalesce(sum(extract(epoch from (signed_at - applied_at)) / 60), 0)::integer`.as(
        'minutes',
      ),
      sql<number>`count(*)::integer`.as('sets'),
    ])
    .where('centre_id', '=', centreId)
    .where('first_signed_on', '>=', from)
    .where('first_signed_on', '<=', to)
    .executeTakeFirstOrThrow();
}
