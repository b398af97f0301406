import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import { permissions, type Zone, type ZoneInput } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { addRecord, inUse, newRecord } from '../records.ts';
import { requireOpenPlace } from '../require-open-place.ts';
import { toZoneColumns, zoneKind } from './zone-kind.ts';

/** Adds a zone to a site in use. A repeat with the same key gives the same one. */
export async function createZone(
  deps: OrganisationDeps,
  actor: Actor,
  input: ZoneInput,
  once: Once,
): Promise<Zone> {
  const { siteId } = input;
  authorise(actor, permissions.manage.name, { siteId });
  const { id, base } = newRecord(deps, actor);
  return addRecord(deps, actor, zoneKind, { once }, async (tx) => {
    await requireOpenPlace(tx, actor.centreId, { siteId });
    return { ...base, zone_id: id, site_id: siteId, ...toZoneColumns(input), ...inUse };
  });
}
