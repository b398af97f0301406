import { sql } from 'kysely';

import { type Cursor, afterCursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { ListSitesQuery } from '../contract.ts';
import type { OrganisationTables, SiteRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<OrganisationTables>();

export interface SiteFilter extends Omit<ListSitesQuery, 'cursor'> {
  readonly cursor: Cursor | undefined;
  /** The sites that the reader may see; undefined for all. */
  readonly onlySiteIds: readonly string[] | undefined;
}

function sitesWhere(db: Db, centreId: number, filter: Omit<SiteFilter, 'limit' | 'cursor'>) {
  return tables(db)
    .selectFrom('organisation.site')
    .where('centre_id', '=', centreId)
    .$if(filter.kind !== undefined, (query) => query.where('kind', '=', filter.kind ?? 'town'))
    .$if(!filter.includeClosed, (query) => query.where('closed_on', 'is', null))
    .$if(filter.onlySiteIds !== undefined, (query) =>
      query.where((eb) =>
        eb('site_id', '=', sql<string>`any(${[...(filter.onlySiteIds ?? [])]}::uuid[])`),
      ),
    )
    .$if(filter.search !== undefined, (query) => {
      const pattern = `%${filter.search ?? ''}%`;
      return query.where((eb) =>
        eb.or([
          eb('name_zh', 'ilike', pattern),
          eb('name_en', 'ilike', pattern),
          eb('code', 'ilike', pattern),
        ]),
      );
    });
}

export function listSites(db: Db, centreId: number, filter: SiteFilter): Promise<SiteRow[]> {
  return sitesWhere(db, centreId, filter)
    .selectAll()
    .where(afterCursor(filter.cursor, ['sort_order', 'site_id']))
    .orderBy('sort_order')
    .orderBy('site_id')
    .limit(filter.limit + 1)
    .execute();
}

export async function countSites(
  db: Db,
  centreId: number,
  filter: Omit<SiteFilter, 'limit' | 'cursor'>,
): Promise<number> {
  const { count } = await sitesWhere(db, centreId, filter)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export function findSite(db: Db, centreId: number, siteId: string): Promise<SiteRow | undefined> {
  return tables(db)
    .selectFrom('organisation.site')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('site_id', '=', siteId)
    .executeTakeFirst();
}

/** The site, kept from others until the transaction ends. */
export function lockSite(tx: Tx, centreId: number, siteId: string): Promise<SiteRow | undefined> {
  return tables(tx)
    .selectFrom('organisation.site')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('site_id', '=', siteId)
    .forUpdate()
    .executeTakeFirst();
}

export function insertSite(tx: Tx, row: SiteRow): void {
  send(tx, tables(tx).insertInto('organisation.site').values(row));
}

export function updateSite(tx: Tx, row: SiteRow): void {
  const { centre_id, site_id, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('organisation.site')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('site_id', '=', site_id),
  );
}
