import type { Actor } from '#kernel/access/contract-actor.ts';

import type { Site } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { getRecord } from '../records.ts';
import { siteKind } from './site-kind.ts';

/** One site of the actor's centre. */
export async function getSite(deps: OrganisationDeps, actor: Actor, id: string): Promise<Site> {
  return getRecord(deps, actor, siteKind, id);
}
