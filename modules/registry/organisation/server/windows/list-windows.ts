import type { Actor } from '#kernel/access/contract-actor.ts';

import type { ListWindowsQuery } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { listRecords, sitesInReach } from '../records.ts';
import { windowKind } from './window-kind.ts';

/** A page of the windows of the sites that the reader may see, by site and number. */
export async function listWindows(deps: OrganisationDeps, actor: Actor, query: ListWindowsQuery) {
  return listRecords(deps, actor, windowKind, query, {
    equal: {
      site_id: query.siteId,
      zone_id: query.zoneId,
      kind: query.kind,
      state: query.state,
    },
    onlySiteIds: sitesInReach(actor),
    departmentId: query.departmentId,
  });
}
