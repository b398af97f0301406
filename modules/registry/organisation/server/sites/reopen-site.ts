import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { Site } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { reopenRecord } from '../records.ts';
import { siteKind } from './site-kind.ts';

/** Takes a closed site into use again. */
export async function reopenSite(
  deps: OrganisationDeps,
  actor: Actor,
  id: string,
  version: number,
  once: Once,
): Promise<Site> {
  return reopenRecord(deps, actor, siteKind, { id, version, once }, () => ({}));
}
