import type { Actor } from '#kernel/access/contract-actor.ts';

import type { Zone } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { getRecord } from '../records.ts';
import { zoneKind } from './zone-kind.ts';

/** One zone of the actor's centre. */
export async function getZone(deps: OrganisationDeps, actor: Actor, id: string): Promise<Zone> {
  return getRecord(deps, actor, zoneKind, id);
}
