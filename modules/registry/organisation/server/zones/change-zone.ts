import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems, type Zone, type ZoneInput } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { changeRecord } from '../records.ts';
import { toZoneColumns, zoneKind } from './zone-kind.ts';

/** Changes a zone, which stays at its site; refuses over a version that the editor has not seen. */
export async function changeZone(
  deps: OrganisationDeps,
  actor: Actor,
  id: string,
  input: ZoneInput & { readonly version: number },
  once: Once,
): Promise<Zone> {
  const asked = { id, version: input.version, act: 'changed', once } as const;
  return changeRecord(deps, actor, zoneKind, asked, (before) => {
    if (input.siteId !== before.site_id) throw new ProblemError(problems.zoneElsewhere);
    return { ...before, ...toZoneColumns(input) };
  });
}
