import { reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';

import { type ClosedDay, type ListClosedDaysQuery, permissions } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { listDays } from '../repository-opening.ts';
import { toClosedDay } from './closed-day-view.ts';

/** The days of a year that differ from their weekday, at the sites that the reader may see. */
export async function listClosedDays(
  { database: { db } }: OrganisationDeps,
  actor: Actor,
  { year, siteId }: ListClosedDaysQuery,
): Promise<{ items: ClosedDay[] }> {
  const reach = reachOf(actor, permissions.view.name);
  const span = { from: `${year}-01-01`, to: `${year}-12-31`, siteId };
  const rows = await listDays(db, actor.centreId, span);
  const visible = rows.filter(
    ({ site_id: at }) => at === null || reach.everything || reach.siteIds.includes(at),
  );
  return { items: visible.map(toClosedDay) };
}
