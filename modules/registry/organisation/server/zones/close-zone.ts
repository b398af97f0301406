import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type Closure, problems, type Zone } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { closeRecord } from '../records.ts';
import { countWindows } from '../repository-list.ts';
import { zoneKind } from './zone-kind.ts';

/** Closes a zone; refuses while windows in use are in it. */
export async function closeZone(
  deps: OrganisationDeps,
  actor: Actor,
  id: string,
  input: Closure,
  once: Once,
): Promise<Zone> {
  return closeRecord(deps, actor, zoneKind, { id, input, once }, async (_before, tx) => {
    const count = await countWindows(tx, actor.centreId, { zoneId: id });
    if (count > 0) throw new ProblemError(problems.zoneInUse, { count });
    return {};
  });
}
