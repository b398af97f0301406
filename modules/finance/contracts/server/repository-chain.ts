import { sql } from 'kysely';

import type { Db } from '#kernel/db/types.ts';

import { tables } from './repository.ts';
import type { ContractRow, CountedRow, SettlementRow } from './tables.ts';

const counted = (db: Db, centreId: number) =>
  tables(db).selectFrom('contracts.counted_event').where('centre_id', '=', centreId);

export function findSettlement(
  db: Db,
  centreId: number,
  id: string,
): Promise<SettlementRow | undefined> {
  return tables(db)
    .selectFrom('contracts.settlement')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('settlement_id', '=', id)
    .executeTakeFirst();
}

/** What a settlement was counted from, in the order of the days; some of it after a key. */
export function listSettled(
  db: Db,
  centreId: number,
  settlementId: string,
  page: { readonly after: readonly [day: string, key: string] | undefined; readonly limit: number },
): Promise<CountedRow[]> {
  const { after } = page;
  let query = counted(db, centreId).selectAll().where('settlement_id', '=', settlementId);
  if (after !== undefined)
    query = query.where(sql<boolean>`(day, event_key) > (${after[0]}::date, ${after[1]}::text)`);
  return query.orderBy('day').orderBy('event_key').limit(page.limit).execute();
}

export function sumSettled(
  db: Db,
  centreId: number,
  settlementId: string,
): Promise<{ events: number; quantity: number }> {
  return counted(db, centreId)
    .where('settlement_id', '=', settlementId)
    .select([
      sql<number>`count(*)::integer`.as('events'),
      sql<number>`coalesce(sum(quantity), 0)::integer`.as('quantity'),
    ])
    .executeTakeFirstOrThrow();
}

export function listByKeys(
  db: Db,
  centreId: number,
  keys: readonly string[],
): Promise<CountedRow[]> {
  if (keys.length === 0) return Promise.resolve([]);
  return counted(db, centreId)
    .selectAll()
    .where(sql<boolean>`event_key = any(${[...keys]}::text[])`)
    .orderBy('event_key')
    .execute();
}

export function listSettlementsByIds(
  db: Db,
  centreId: number,
  ids: readonly string[],
): Promise<SettlementRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('contracts.settlement')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('settlement_id', 'in', [...ids])
    .execute();
}

/** Metered contracts that are or were in force, by what they pay for. */
export function listMeteredOf(
  db: Db,
  centreId: number,
  eventTypes: readonly string[],
): Promise<ContractRow[]> {
  if (eventTypes.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('contracts.contract')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('type', '=', 'metered')
    .where('state', '<>', 'reversed')
    .where('meter_event', 'in', [...eventTypes])
    .orderBy('signed_on', 'desc')
    .execute();
}
