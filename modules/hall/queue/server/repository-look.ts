import { sql } from 'kysely';

import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import type { Db } from '#kernel/db/types.ts';

import type { ReportBy, TicketFilter } from '../contract.ts';
import { tables } from './repository.ts';
import type { VisitsOfKey } from './rules/report-lines.ts';
import type { TicketEventRow, TicketRow, WindowEventRow } from './tables.ts';

export interface ListFilter extends TicketFilter {
  /** The sites that the reader may see; undefined for all. */
  readonly onlySiteIds: readonly string[] | undefined;
  readonly onlyWindowIds: readonly string[];
}

function filtered(db: Db, centreId: number, filter: ListFilter) {
  const search = filter.search?.toUpperCase() ?? '';
  return tables(db)
    .selectFrom('queue.ticket')
    .where('centre_id', '=', centreId)
    .$if(filter.day !== undefined, (query) => query.where('day', '=', filter.day ?? ''))
    .$if(filter.siteId !== undefined, (query) => query.where('site_id', '=', filter.siteId ?? ''))
    .$if(filter.businessId !== undefined, (query) =>
      query.where('business_id', '=', filter.businessId ?? ''),
    )
    .$if(filter.windowId !== undefined, (query) =>
      query.where('window_id', '=', filter.windowId ?? ''),
    )
    .$if(filter.personId !== undefined, (query) =>
      query.where('person_id', '=', filter.personId ?? ''),
    )
    .$if(filter.state !== undefined, (query) => query.where('state', '=', filter.state ?? 'done'))
    .$if(filter.channel !== undefined, (query) =>
      query.where('channel', '=', filter.channel ?? 'machine'),
    )
    .$if(filter.finishKind !== undefined, (query) =>
      query.where('finish_kind', '=', filter.finishKind ?? 'other'),
    )
    .$if(filter.onlySiteIds !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('site_id', '=', sql<string>`any(${[...(filter.onlySiteIds ?? [])]}::uuid[])`),
          eb('window_id', '=', sql<string>`any(${[...filter.onlyWindowIds]}::uuid[])`),
        ]),
      ),
    )
    .$if(search !== '', (query) =>
      query.where((eb) =>
        eb.or([eb('number', 'like', `${search}%`), eb('person_name', 'like', `%${search}%`)]),
      ),
    );
}

export function listTickets(
  db: Db,
  centreId: number,
  filter: ListFilter,
  page: { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<TicketRow[]> {
  return filtered(db, centreId, filter)
    .selectAll()
    .where(afterCursor(page.cursor, ['day', 'ticket_id'], 'desc'))
    .orderBy('day', 'desc')
    .orderBy('ticket_id', 'desc')
    .limit(page.limit + 1)
    .execute();
}

export async function countTickets(db: Db, centreId: number, filter: ListFilter): Promise<number> {
  const { count } = await filtered(db, centreId, filter)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export function listDayEvents(
  db: Db,
  centreId: number,
  of: {
    readonly day: string;
    readonly siteId?: string;
    /** All events of the tickets of which there is one at this moment or later. */
    readonly heardSince?: Date | undefined;
  },
): Promise<TicketEventRow[]> {
  const { heardSince } = of;
  return tables(db)
    .selectFrom('queue.ticket_event')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('day', '=', of.day)
    .$if(of.siteId !== undefined, (query) => query.where('site_id', '=', of.siteId ?? ''))
    .$if(heardSince !== undefined, (query) =>
      query.where('ticket_id', 'in', heardOf(db, centreId, of.day, heardSince ?? new Date(0))),
    )
    .orderBy('at')
    .orderBy('ticket_id')
    .orderBy('seq')
    .execute();
}

/** The tickets of a day of which there is an event at a moment or later. */
export const heardOf = (db: Db, centreId: number, day: string, since: Date) =>
  tables(db)
    .selectFrom('queue.ticket_event')
    .select('ticket_id')
    .where('centre_id', '=', centreId)
    .where('day', '=', day)
    .where('at', '>=', since);

export function listDayWindowEvents(
  db: Db,
  centreId: number,
  of: { readonly day: string; readonly siteId?: string },
): Promise<WindowEventRow[]> {
  return tables(db)
    .selectFrom('queue.window_event')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('day', '=', of.day)
    .$if(of.siteId !== undefined, (query) => query.where('site_id', '=', of.siteId ?? ''))
    .orderBy('at')
    .orderBy('event_id')
    .execute();
}

/** The last calls of a site today, newest first. */
export function listCalls(
  db: Db,
  centreId: number,
  of: {
    readonly siteId: string;
    readonly day: string;
    readonly windowIds?: readonly string[] | undefined;
    readonly limit: number;
  },
): Promise<TicketRow[]> {
  return tables(db)
    .selectFrom('queue.ticket')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('day', '=', of.day)
    .where('site_id', '=', of.siteId)
    .where('last_called_at', 'is not', null)
    .where('window_id', 'is not', null)
    .$if(of.windowIds !== undefined, (query) =>
      query.where('window_id', '=', sql<string>`any(${[...(of.windowIds ?? [])]}::uuid[])`),
    )
    .orderBy('last_called_at', 'desc')
    .limit(of.limit)
    .execute();
}

export interface DayTotals {
  readonly issued: number;
  readonly served: number;
  readonly abandoned: number;
  readonly wait_minutes: number | null;
  readonly serve_minutes: number | null;
  readonly waiting: number;
  readonly longest_at: Date | null;
}

/** What today amounts to so far. */
export async function readToday(
  db: Db,
  centreId: number,
  siteId: string,
  day: string,
): Promise<DayTotals> {
  const { rows } = await sql<DayTotals>`
    SELECT count(*)::integer AS issued,
      count(*) FILTER (WHERE state = 'done')::integer AS served,
      count(*) FILTER (WHERE state IN ('missed', 'left', 'expired'))::integer AS abandoned,
      (avg(extract(epoch FROM called_at - issued_at)) / 60)::double precision AS wait_minutes,
      (avg(extract(epoch FROM ended_at - started_at)) FILTER (WHERE state = 'done') / 60)::double precision AS serve_minutes,
      count(*) FILTER (WHERE state = 'waiting')::integer AS waiting,
      min(issued_at) FILTER (WHERE state = 'waiting') AS longest_at
    FROM queue.ticket WHERE centre_id = ${centreId} AND day = ${day} AND site_id = ${siteId}`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('A count gives a row.');
  return row;
}

export interface UsualTotals {
  readonly days: number;
  readonly issued: number | null;
  readonly served: number | null;
  readonly abandoned: number | null;
  readonly wait_minutes: number | null;
  readonly serve_minutes: number | null;
}

/** What such days had amounted to by this hour: the mean of the days given. */
export async function readUsual(
  db: Db,
  centreId: number,
  of: { readonly siteId: string; readonly days: readonly string[]; readonly hour: number },
): Promise<UsualTotals> {
  const { rows } = await sql<UsualTotals>`
    SELECT count(*)::integer AS days, avg(issued)::double precision AS issued,
      avg(served)::double precision AS served, avg(abandoned)::double precision AS abandoned,
      avg(wait_minutes)::double precision AS wait_minutes,
      avg(serve_minutes)::double precision AS serve_minutes
    FROM (SELECT day, count(*) AS issued,
        count(*) FILTER (WHERE outcome = 'served') AS served,
        count(*) FILTER (WHERE outcome = 'abandoned') AS abandoned,
        avg(waited_seconds) / 60 AS wait_minutes,
        avg(served_seconds) FILTER (WHERE outcome = 'served') / 60 AS serve_minutes
      FROM queue.visit_measure WHERE centre_id = ${centreId} AND site_id = ${of.siteId}
        AND day = any(${[...of.days]}::date[]) AND hour <= ${of.hour}
      GROUP BY day) past`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('A count gives a row.');
  return row;
}

export interface ReportOf {
  readonly from: string;
  readonly to: string;
  readonly siteId: string | undefined;
  readonly onlySiteIds: readonly string[] | undefined;
  readonly targetSeconds: number;
}

const GROUPS = {
  total: { key: sql`''`, zh: sql`''`, en: sql`''` },
  day: { key: sql`m.day::text`, zh: sql`min(m.day::text)`, en: sql`min(m.day::text)` },
  hour: {
    key: sql`lpad(m.hour::text, 2, '0')`,
    zh: sql`min(lpad(m.hour::text, 2, '0') || ':00')`,
    en: sql`min(lpad(m.hour::text, 2, '0') || ':00')`,
  },
  window: {
    key: sql`coalesce(m.window_id::text, '')`,
    zh: sql`coalesce(min(m.window_number::text), '')`,
    en: sql`coalesce(min(m.window_number::text), '')`,
  },
  clerk: {
    key: sql`coalesce(m.person_id::text, m.person_name)`,
    zh: sql`max(m.person_name)`,
    en: sql`max(m.person_name)`,
  },
  business: {
    key: sql`m.business_id::text`,
    zh: sql`min(b.name_zh)`,
    en: sql`min(b.name_en)`,
  },
  matter: {
    key: sql`coalesce(v.matter_id::text, '')`,
    zh: sql`coalesce(min(v.matter_zh), '')`,
    en: sql`coalesce(min(v.matter_en), '')`,
  },
} as const;

/** Measures of closed visits, added up. */
export async function readReport(
  db: Db,
  centreId: number,
  of: ReportOf,
  by: ReportBy | 'total',
): Promise<VisitsOfKey[]> {
  const group = GROUPS[by];
  const matters =
    by === 'matter'
      ? sql`LEFT JOIN (SELECT DISTINCT ON (centre_id, ticket_id, matter_id) * FROM queue.visit_case) v
          ON v.centre_id = m.centre_id AND v.ticket_id = m.ticket_id`
      : sql``;
  const { rows } = await sql<VisitsOfKey>`
    SELECT ${group.key} AS key, ${group.zh} AS name_zh, ${group.en} AS name_en,
      count(*)::integer AS issued,
      count(*) FILTER (WHERE m.outcome = 'served')::integer AS served,
      count(*) FILTER (WHERE m.outcome = 'abandoned')::integer AS abandoned,
      avg(m.waited_seconds)::double precision AS mean_wait,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY m.waited_seconds) AS p50_wait,
      percentile_cont(0.9) WITHIN GROUP (ORDER BY m.waited_seconds) AS p90_wait,
      avg(m.served_seconds) FILTER (WHERE m.outcome = 'served')::double precision AS mean_serve,
      percentile_cont(0.9) WITHIN GROUP (ORDER BY m.served_seconds) AS p90_serve,
      (count(*) FILTER (WHERE m.waited_seconds <= ${of.targetSeconds})::double precision
        / nullif(count(m.waited_seconds), 0)) AS within_target,
      coalesce(sum(m.served_seconds), 0)::integer AS served_seconds
    FROM queue.visit_measure m
    JOIN queue.business b ON b.centre_id = m.centre_id AND b.business_id = m.business_id
    ${matters}
    WHERE m.centre_id = ${centreId} AND m.day BETWEEN ${of.from} AND ${of.to}
      AND (${of.siteId ?? null}::uuid IS NULL OR m.site_id = ${of.siteId ?? null}::uuid)
      AND (${of.onlySiteIds === undefined}::boolean
        OR m.site_id = any(${[...(of.onlySiteIds ?? [])]}::uuid[]))
    GROUP BY 1 ORDER BY 1`.execute(db);
  return rows;
}

export interface OpenRow {
  readonly key: string;
  readonly open_seconds: number;
}

const OPEN_KEYS = {
  total: sql`''`,
  window: sql`window_id::text`,
  clerk: sql`person_key`,
  day: sql`day::text`,
} as const;

/** How long windows, or people at them, were open in the time of a report. */
export async function readOpenTime(
  db: Db,
  centreId: number,
  of: ReportOf,
  by: 'window' | 'clerk' | 'day' | 'total',
): Promise<OpenRow[]> {
  const key = OPEN_KEYS[by];
  const { rows } = await sql<OpenRow>`
    SELECT ${key} AS key, sum(open_seconds)::integer AS open_seconds FROM queue.window_measure
    WHERE centre_id = ${centreId} AND day BETWEEN ${of.from} AND ${of.to}
      AND (${of.siteId ?? null}::uuid IS NULL OR site_id = ${of.siteId ?? null}::uuid)
      AND (${of.onlySiteIds === undefined}::boolean
        OR site_id = any(${[...(of.onlySiteIds ?? [])]}::uuid[]))
    GROUP BY 1`.execute(db);
  return rows;
}

/** Visits that each window of a site has ended today. */
export async function countServed(
  db: Db,
  centreId: number,
  siteId: string,
  day: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tables(db)
    .selectFrom('queue.ticket')
    .select((eb) => ['window_id', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where('centre_id', '=', centreId)
    .where('day', '=', day)
    .where('site_id', '=', siteId)
    .where('state', '=', 'done')
    .groupBy('window_id')
    .execute();
  return new Map(rows.map((row) => [row.window_id ?? '', row.count]));
}

/** People who wait at each site now. */
export async function countWaiting(
  db: Db,
  centreId: number,
  day: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tables(db)
    .selectFrom('queue.ticket')
    .select((eb) => ['site_id', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where('centre_id', '=', centreId)
    .where('day', '=', day)
    .where('state', '=', 'waiting')
    .groupBy('site_id')
    .execute();
  return new Map(rows.map((row) => [row.site_id, row.count]));
}

/** What was drawn on a day, as `site/number`. */
export async function listNumbers(db: Db, centreId: number, day: string): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('queue.ticket')
    .select(['site_id', 'number'])
    .where('centre_id', '=', centreId)
    .where('day', '=', day)
    .execute();
  return rows.map((row) => `${row.site_id}/${row.number}`);
}

/** The ticket of a number on a day. */
export const findByNumber = (
  db: Db,
  centreId: number,
  of: { readonly siteId: string; readonly day: string; readonly number: string },
): Promise<TicketRow | undefined> =>
  tables(db)
    .selectFrom('queue.ticket')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('site_id', '=', of.siteId)
    .where('day', '=', of.day)
    .where('number', '=', of.number)
    .executeTakeFirst();
