import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type Closure, problems, type Site } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { closeRecord } from '../records.ts';
import { countWindows } from '../repository-list.ts';
import { siteKind } from './site-kind.ts';

/** Closes a site; refuses while windows in use are still there. */
export async function closeSite(
  deps: OrganisationDeps,
  actor: Actor,
  id: string,
  input: Closure,
  once: Once,
): Promise<Site> {
  return closeRecord(deps, actor, siteKind, { id, input, once }, async (_before, tx) => {
    const count = await countWindows(tx, actor.centreId, { siteId: id });
    if (count > 0) throw new ProblemError(problems.siteInUse, { count });
    return {};
  });
}
