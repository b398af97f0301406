import { sql } from 'kysely';

import { addDays, type Day } from '#kernel/clock/day.ts';
import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { CarrierKind, FilingFilter } from '../contract.ts';
import { tables } from './repository.ts';
import type { CarrierRow, FilingRow, UnitRow } from './tables.ts';

export interface ListFilter extends FilingFilter {
  readonly search?: string | undefined;
  /** The towns that the reader sees; undefined for all. */
  readonly towns: readonly string[] | undefined;
  readonly today: Day;
}

export type ListedFiling = FilingRow &
  Pick<CarrierRow, 'name' | 'operator_name'> & { carrier_kind: CarrierKind };

/** A page, the latest touched first. One row more than asked for, when there is one. */
export function listFilings(
  db: Db,
  centreId: number,
  filter: ListFilter,
  page: { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<ListedFiling[]> {
  const { list, standing, stage, town, endsWithinDays, search, towns, today } = filter;
  let query = tables(db)
    .selectFrom('premises.filing as f')
    .innerJoin('premises.carrier as c', (join) =>
      join.onRef('c.centre_id', '=', 'f.centre_id').onRef('c.carrier_id', '=', 'f.carrier_id'),
    )
    .selectAll('f')
    .select(['c.name', 'c.operator_name', 'c.kind as carrier_kind'])
    .where('f.centre_id', '=', centreId)
    // What was given up before it was ever filed is nobody's business.
    .where((eb) => eb.or([eb('f.stage', '<>', 'none'), eb('f.standing', '<>', 'none')]));
  if (towns !== undefined)
    query = query.where(sql<boolean>`f.town = any(${sql.val([...towns])}::text[])`);
  if (standing === 'expired')
    query = query.where(
      sql<boolean>`(f.standing = 'expired' or (f.standing in ('filed', 'suspended') and f.valid_until < ${today}::date))`,
    );
  else if (standing !== undefined)
    query = query
      .where('f.standing', '=', standing)
      .where(
        sql<boolean>`(f.standing not in ('filed', 'suspended') or f.valid_until is null or f.valid_until >= ${today}::date)`,
      );
  if (list === 'waiting')
    query = query.where('f.stage', 'in', ['submitted', 'town-check', 'regulator-check']);
  if (stage !== undefined) query = query.where('f.stage', '=', stage);
  if (town !== undefined && town !== '') query = query.where('f.town', '=', town);
  if (endsWithinDays !== undefined)
    query = query
      .where('f.standing', '=', 'filed')
      .where('f.valid_until', '>=', today)
      .where('f.valid_until', '<=', addDays(today, endsWithinDays));
  if (search !== undefined && search !== '') {
    const like = `%${search.replaceAll(/[%_\\]/g, '\\$&')}%`;
    query = query.where((eb) =>
      eb.or([
        eb('f.number', 'like', like),
        eb('f.address', 'like', like),
        eb('f.building_name', 'like', like),
        eb('c.name', 'like', like),
        eb('c.operator_name', 'like', like),
      ]),
    );
  }
  return query
    .where(afterCursor(page.cursor, ['f.updated_at', 'f.filing_id'], 'desc'))
    .orderBy('f.updated_at', 'desc')
    .orderBy('f.filing_id', 'desc')
    .limit(page.limit + 1)
    .execute();
}

export interface UnitFilter {
  readonly search?: string | undefined;
  readonly kind?: CarrierKind | undefined;
  readonly town?: string | undefined;
  readonly isFree: boolean;
  /** Of these kinds a unit is never full. */
  readonly unlimitedKinds: readonly CarrierKind[];
  readonly today: Day;
}

/** Units that are filed and in force. What is typed may be a part of an address, a carrier or a number, in several words. */
export function searchUnits(
  db: Db,
  centreId: number,
  { search = '', kind, town, isFree, unlimitedKinds, today }: UnitFilter,
  page: { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<UnitRow[]> {
  let query = tables(db)
    .selectFrom('premises.unit as u')
    .innerJoin('premises.filing as f', (join) =>
      join.onRef('f.centre_id', '=', 'u.centre_id').onRef('f.filing_id', '=', 'u.filing_id'),
    )
    .innerJoin('premises.carrier as c', (join) =>
      join.onRef('c.centre_id', '=', 'f.centre_id').onRef('c.carrier_id', '=', 'f.carrier_id'),
    )
    .selectAll('u')
    .where('u.centre_id', '=', centreId)
    .where('u.is_current', '=', true)
    .where('u.excluded', 'is', null)
    .where('f.standing', 'in', ['filed', 'suspended']);
  for (const word of search
    .split(/\s+/u)
    .filter((part) => part !== '')
    .slice(0, 6)) {
    const like = `%${word.replaceAll(/[%_\\]/g, '\\$&')}%`;
    query = query.where((eb) =>
      eb.or([
        eb('u.address', 'like', like),
        eb('f.building_name', 'like', like),
        eb('f.number', 'like', like),
        eb('c.name', 'like', like),
      ]),
    );
  }
  if (kind !== undefined) query = query.where('c.kind', '=', kind);
  if (town !== undefined && town !== '') query = query.where('f.town', '=', town);
  if (isFree)
    query = query
      .where('f.standing', '=', 'filed')
      .where('u.is_suspended', '=', false)
      .where(sql<boolean>`(u.valid_until is null or u.valid_until >= ${today}::date)`)
      .where(sql<boolean>`(c.kind = any(${sql.val([...unlimitedKinds])}::text[]) or u.max_subjects >
        (select count(*) from premises.occupancy o where o.centre_id = u.centre_id and o.unit_id = u.unit_id and o.until_on is null)
        + (select count(*) from premises.use_record r where r.centre_id = u.centre_id and r.unit_id = u.unit_id and r.state = 'reserved'))`);
  return query
    .where(afterCursor(page.cursor, ['u.address_key', 'u.unit_id']))
    .orderBy('u.address_key')
    .orderBy('u.unit_id')
    .limit(page.limit + 1)
    .execute();
}

/** Filings in force or once so, with something filed. */
export function listFiled(db: Db, centreId: number): Promise<FilingRow[]> {
  return tables(db)
    .selectFrom('premises.filing')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('filed_version', '>', 0)
    .orderBy('building_name')
    .execute();
}

/** Filings whose end has passed and that do not say so yet, kept from others. */
export function lockOver(
  tx: Tx,
  centreId: number,
  today: Day,
  limit: number,
): Promise<FilingRow[]> {
  return tables(tx)
    .selectFrom('premises.filing')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('standing', 'in', ['filed', 'suspended'])
    .where('valid_until', '<', today)
    .orderBy('valid_until')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Filings that end within days and of which the operator was not reminded for so many days, kept from others. */
export function lockToRemind(
  tx: Tx,
  centreId: number,
  span: { readonly today: Day; readonly days: number; readonly limit: number },
): Promise<FilingRow[]> {
  return tables(tx)
    .selectFrom('premises.filing as f')
    .selectAll('f')
    .where('f.centre_id', '=', centreId)
    .where('f.standing', '=', 'filed')
    .where('f.valid_until', '>=', span.today)
    .where('f.valid_until', '<=', addDays(span.today, span.days))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('premises.reminder as r')
            .select('r.days')
            .whereRef('r.centre_id', '=', 'f.centre_id')
            .whereRef('r.filing_id', '=', 'f.filing_id')
            .whereRef('r.valid_until', '=', 'f.valid_until')
            .where('r.days', '<=', span.days),
        ),
      ),
    )
    .limit(span.limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export function insertReminder(
  tx: Tx,
  row: { centre_id: number; filing_id: string; valid_until: string; days: number; at: Date },
): void {
  send(
    tx,
    tables(tx)
      .insertInto('premises.reminder')
      .values(row)
      .onConflict((conflict) => conflict.doNothing()),
  );
}

export interface MonthRow {
  readonly month: string;
  readonly count: number;
}

/** Units filed for the first time and uses, by month of the centre. */
export async function countByMonth(
  db: Db,
  centreId: number,
  zone: string,
): Promise<{ filed: MonthRow[]; uses: MonthRow[] }> {
  const filed = await tables(db)
    .selectFrom('premises.filed_version')
    .select([
      sql<string>`to_char(filed_at at time zone ${zone}, 'YYYY-MM')`.as('month'),
      sql<number>`sum(jsonb_array_length(body -> 'units'))::integer`.as('count'),
    ])
    .where('centre_id', '=', centreId)
    .where('filed_version', '=', 1)
    .groupBy(sql`1`)
    .execute();
  const uses = await tables(db)
    .selectFrom('premises.use_record')
    .select([
      sql<string>`to_char(at at time zone ${zone}, 'YYYY-MM')`.as('month'),
      sql<number>`count(*)::integer`.as('count'),
    ])
    .where('centre_id', '=', centreId)
    .groupBy(sql`1`)
    .execute();
  return { filed, uses };
}

/** How often the units of each filing were used. */
export function countUsesByFiling(
  db: Db,
  centreId: number,
): Promise<Array<{ filing_id: string; uses: number }>> {
  return tables(db)
    .selectFrom('premises.use_record')
    .select(['filing_id', sql<number>`count(*)::integer`.as('uses')])
    .where('centre_id', '=', centreId)
    .groupBy('filing_id')
    .execute();
}
