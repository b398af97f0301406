import { reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';

import { type ListSitesQuery, permissions } from '../contract.ts';
import type { OrganisationDeps } from './deps.ts';
import * as repository from './repository.ts';
import { toSite } from './view.ts';

/** A page of the sites that the reader may see, in their order; the total counts by the same rules. */
export async function listSites(
  { database }: OrganisationDeps,
  actor: Actor,
  query: ListSitesQuery,
) {
  const reach = reachOf(actor, permissions.view.name);
  const filter = {
    ...query,
    cursor: readCursor(query.cursor),
    onlySiteIds: reach.everything ? undefined : reach.siteIds,
  };
  const [rows, total] = await Promise.all([
    repository.listSites(database.db, actor.centreId, filter),
    repository.countSites(database.db, actor.centreId, filter),
  ]);
  return { ...toPage(rows, query.limit, toSite, (row) => [row.sort_order, row.site_id]), total };
}
