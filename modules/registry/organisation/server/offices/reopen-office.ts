import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { Office } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { reopenRecord } from '../records.ts';
import { officeKind } from './office-kind.ts';

/** Takes a closed office into use again. */
export async function reopenOffice(
  deps: OrganisationDeps,
  actor: Actor,
  id: string,
  version: number,
  once: Once,
): Promise<Office> {
  return reopenRecord(deps, actor, officeKind, { id, version, once }, () => ({}));
}
