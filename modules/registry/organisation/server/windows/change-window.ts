import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems, type Window, type WindowInput } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { changeRecord } from '../records.ts';
import { requireOpenPlace } from '../require-open-place.ts';
import { saveServed } from './save-served.ts';
import { toWindowColumns, windowKind } from './window-kind.ts';

/** Changes a window, which stays at its site; refuses over a version that the editor has not seen. */
export async function changeWindow(
  deps: OrganisationDeps,
  actor: Actor,
  id: string,
  input: WindowInput & { readonly version: number },
  once: Once,
): Promise<Window> {
  const asked = { id, version: input.version, act: 'changed', once } as const;
  return changeRecord(deps, actor, windowKind, asked, async (before, tx) => {
    const { siteId, zoneId } = input;
    if (siteId !== before.site_id) throw new ProblemError(problems.zoneElsewhere);
    if (zoneId !== before.zone_id) await requireOpenPlace(tx, actor.centreId, { siteId, zoneId });
    await saveServed(tx, deps.clock, actor, id, input.departmentIds);
    return { ...before, ...toWindowColumns(input) };
  });
}
