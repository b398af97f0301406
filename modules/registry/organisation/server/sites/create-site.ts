import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import { permissions, type Site, type SiteInput } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { addRecord, inUse, newRecord } from '../records.ts';
import { siteKind, toSiteColumns } from './site-kind.ts';

/** Adds a site. A repeat with the same key gives the same one. */
export async function createSite(
  deps: OrganisationDeps,
  actor: Actor,
  input: SiteInput,
  once: Once,
): Promise<Site> {
  authorise(actor, permissions.manage.name);
  const { id, base } = newRecord(deps, actor);
  return addRecord(deps, actor, siteKind, { once }, () => ({
    ...base,
    site_id: id,
    ...toSiteColumns(input),
    ...inUse,
    is_demonstration: false,
  }));
}
