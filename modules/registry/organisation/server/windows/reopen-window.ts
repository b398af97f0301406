import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { Window } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { reopenRecord } from '../records.ts';
import { requireOpenPlace } from '../require-open-place.ts';
import { recordState } from './record-window-state.ts';
import { windowKind } from './window-kind.ts';

/** Takes a closed window into use again, offline, in a zone in use. */
export async function reopenWindow(
  deps: OrganisationDeps,
  actor: Actor,
  id: string,
  version: number,
  once: Once,
): Promise<Window> {
  return reopenRecord(deps, actor, windowKind, { id, version, once }, async (before, tx) => {
    await requireOpenPlace(tx, actor.centreId, { siteId: before.site_id, zoneId: before.zone_id });
    return recordState(tx, deps.clock, actor, before, { to: 'offline', reason: '' });
  });
}
