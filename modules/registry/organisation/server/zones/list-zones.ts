import type { Actor } from '#kernel/access/contract-actor.ts';

import type { ListZonesQuery } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { listRecords, sitesInReach } from '../records.ts';
import { zoneKind } from './zone-kind.ts';

/** A page of the zones of the sites that the reader may see, in their order. */
export async function listZones(deps: OrganisationDeps, actor: Actor, query: ListZonesQuery) {
  return listRecords(deps, actor, zoneKind, query, {
    equal: { site_id: query.siteId, kind: query.kind },
    onlySiteIds: sitesInReach(actor),
  });
}
