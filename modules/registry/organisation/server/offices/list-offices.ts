import type { Actor } from '#kernel/access/contract-actor.ts';

import type { ListOfficesQuery } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { listRecords, sitesInReach } from '../records.ts';
import { officeKind } from './office-kind.ts';

/** A page of offices, in their order. */
export async function listOffices(deps: OrganisationDeps, actor: Actor, query: ListOfficesQuery) {
  sitesInReach(actor);
  return listRecords(deps, actor, officeKind, query, { equal: {}, onlySiteIds: undefined });
}
