import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { Zone } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { reopenRecord } from '../records.ts';
import { requireOpenPlace } from '../require-open-place.ts';
import { zoneKind } from './zone-kind.ts';

/** Takes a closed zone into use again, at a site in use. */
export async function reopenZone(
  deps: OrganisationDeps,
  actor: Actor,
  id: string,
  version: number,
  once: Once,
): Promise<Zone> {
  return reopenRecord(deps, actor, zoneKind, { id, version, once }, async (before, tx) => {
    await requireOpenPlace(tx, actor.centreId, { siteId: before.site_id });
    return {};
  });
}
