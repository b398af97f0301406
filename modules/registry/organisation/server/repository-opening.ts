import { sql } from 'kysely';

import type { Day } from '#kernel/clock/day.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { ClosedDayRow, OpeningHoursRow, OrganisationTables, SiteRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<OrganisationTables>();

/** Hours that hold on or after a day; of one site when it is named, its zones included. */
export function listHours(
  db: Db,
  centreId: number,
  narrow: { readonly siteId?: string; readonly since?: Day },
): Promise<OpeningHoursRow[]> {
  return tables(db)
    .selectFrom('organisation.opening_hours')
    .selectAll()
    .where('centre_id', '=', centreId)
    .$if(narrow.siteId !== undefined, (query) => query.where('site_id', '=', narrow.siteId ?? ''))
    .$if(narrow.since !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', narrow.since ?? '')]),
      ),
    )
    .orderBy('valid_from')
    .orderBy('weekday')
    .orderBy('opens')
    .execute();
}

/** Days that differ from their weekday between two days; of one site with those of all sites. */
export function listDays(
  db: Db,
  centreId: number,
  span: { readonly from: Day; readonly to: Day; readonly siteId?: string | undefined },
): Promise<ClosedDayRow[]> {
  return tables(db)
    .selectFrom('organisation.closed_day')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('day', '>=', span.from)
    .where('day', '<=', span.to)
    .$if(span.siteId !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('site_id', 'is', null), eb('site_id', '=', span.siteId ?? '')]),
      ),
    )
    .orderBy('day')
    .orderBy('site_id', (order) => order.nullsFirst())
    .execute();
}

/** Removes hours that never held. */
export function deleteHours(tx: Tx, centreId: number, hoursIds: readonly string[]): void {
  if (hoursIds.length === 0) return;
  send(
    tx,
    tables(tx)
      .deleteFrom('organisation.opening_hours')
      .where('centre_id', '=', centreId)
      .where((eb) => eb('hours_id', '=', sql<string>`any(${[...hoursIds]}::uuid[])`)),
  );
}

export function findSiteByCode(
  db: Db,
  centreId: number,
  code: string,
): Promise<SiteRow | undefined> {
  return tables(db)
    .selectFrom('organisation.site')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('code', '=', code)
    .executeTakeFirst();
}
