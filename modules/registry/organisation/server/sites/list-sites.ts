import type { Actor } from '#kernel/access/contract-actor.ts';

import type { ListSitesQuery } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { listRecords, sitesInReach } from '../records.ts';
import { siteKind } from './site-kind.ts';

/** A page of the sites that the reader may see, in their order. */
export async function listSites(deps: OrganisationDeps, actor: Actor, query: ListSitesQuery) {
  return listRecords(deps, actor, siteKind, query, {
    equal: { kind: query.kind },
    onlySiteIds: sitesInReach(actor),
  });
}
