import { sql } from 'kysely';

import type { Day } from '#kernel/clock/day.ts';
import type { Cursor } from '#kernel/db/keyset.ts';
import { afterCursor } from '#kernel/db/keyset.ts';
import type { Db } from '#kernel/db/types.ts';

import type { ContractFilter, ContractSort } from '../contract.ts';
import { tables } from './repository.ts';
import type { ContractRow, SettlementRow } from './tables.ts';

export type ContractQuery = ContractFilter & { readonly search?: string | undefined };

const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

function contractsWhere(db: Db, centreId: number, query: ContractQuery) {
  const { search, year, type, state, projectCode } = query;
  let rows = tables(db).selectFrom('contracts.contract').where('centre_id', '=', centreId);
  if (year !== undefined) rows = rows.where('year', '=', year);
  if (type !== undefined) rows = rows.where('type', '=', type);
  if (state !== undefined) rows = rows.where('state', '=', state);
  if (projectCode !== undefined) rows = rows.where('project_code', '=', projectCode);
  if (search !== undefined && search !== '')
    rows = rows.where('search', 'like', `%${escapeLike(search.toLowerCase())}%`);
  return rows;
}

const SORTS = {
  number: ['number', 'asc'],
  '-number': ['number', 'desc'],
  price: ['price_fen', 'asc'],
  '-price': ['price_fen', 'desc'],
  signedOn: ['signed_on', 'asc'],
  '-signedOn': ['signed_on', 'desc'],
} as const satisfies Record<ContractSort, readonly [keyof ContractRow, 'asc' | 'desc']>;

/** The place of a row in an order, for the next page. */
export function placeOf(row: ContractRow, sort: ContractSort): Cursor {
  return [String(row[SORTS[sort][0]]), row.contract_id];
}

/** A page in the order asked for. One row more than asked for, when there is one. */
export function listContracts(
  db: Db,
  centreId: number,
  query: ContractQuery & { readonly sort: ContractSort },
  page: { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<ContractRow[]> {
  const [column, direction] = SORTS[query.sort];
  return contractsWhere(db, centreId, query)
    .selectAll()
    .where(afterCursor(page.cursor, [column, 'contract_id'], direction))
    .orderBy(column, direction)
    .orderBy('contract_id', direction)
    .limit(page.limit + 1)
    .execute();
}

export async function countContracts(
  db: Db,
  centreId: number,
  query: ContractQuery,
): Promise<number> {
  const { count } = await contractsWhere(db, centreId, query)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export interface LateSettlement extends SettlementRow {
  readonly contract_number: string;
  readonly contract_name: string;
  readonly supplier: string;
  readonly size_class: ContractRow['size_class'];
  /** What was paid of it by the day asked for. */
  readonly paid_by_day: bigint;
}

/** Settlements whose last day had passed on a day with something still owed then. */
export async function listLateSettlements(
  db: Db,
  centreId: number,
  onDay: Day,
): Promise<LateSettlement[]> {
  const paid = sql<bigint>`coalesce((
    select sum(p.amount_fen) from contracts.payment p
    where p.centre_id = s.centre_id and p.settlement_id = s.settlement_id
      and p.paid_on <= ${onDay}::date and not p.is_reversed), 0)::bigint`;
  return tables(db)
    .selectFrom('contracts.settlement as s')
    .innerJoin('contracts.contract as c', (join) =>
      join.onRef('c.centre_id', '=', 's.centre_id').onRef('c.contract_id', '=', 's.contract_id'),
    )
    .where('s.centre_id', '=', centreId)
    .where('s.is_reversed', '=', false)
    .where('s.due_on', '<', onDay)
    .where(sql<boolean>`s.amount_fen > ${paid}`)
    .selectAll('s')
    .select([
      'c.number as contract_number',
      'c.name as contract_name',
      'c.supplier',
      'c.size_class',
      paid.as('paid_by_day'),
    ])
    .orderBy('s.due_on')
    .limit(1000)
    .execute();
}

/** Contracts with a supplier that were not published by their last day. */
export function listUnpublished(db: Db, centreId: number, onDay: Day): Promise<ContractRow[]> {
  return tables(db)
    .selectFrom('contracts.contract')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('state', '<>', 'reversed')
    .where('item_id', 'is not', null)
    .where('publish_by', '<', onDay)
    .where('signed_on', '<=', onDay)
    .where((eb) => eb.or([eb('published_on', 'is', null), eb('published_on', '>', onDay)]))
    .orderBy('publish_by')
    .limit(1000)
    .execute();
}

/** Contracts that hold something on lines of a year. */
export function listContractsOnLines(
  db: Db,
  centreId: number,
  lineIds: readonly string[],
): Promise<ContractRow[]> {
  if (lineIds.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('contracts.contract')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('contract_id', 'in', (eb) =>
      eb
        .selectFrom('contracts.share')
        .select('contract_id')
        .where('contracts.share.centre_id', '=', centreId)
        .where('line_id', 'in', [...lineIds]),
    )
    .orderBy('number')
    .execute();
}
