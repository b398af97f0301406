import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type ClosedDay, type ClosedDayInput, permissions } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { closedDayChanged } from '../events.ts';
import { lockRow, saveRows } from '../repository-rows.ts';
import { toClosedDay, toDayColumns } from './closed-day-view.ts';
import { refusePassed, writeClosedDay } from './write-closed-day.ts';

/** Changes a day to come; refuses over a version that the editor has not seen. */
export async function changeClosedDay(
  deps: OrganisationDeps,
  actor: Actor,
  id: string,
  input: ClosedDayInput & { readonly version: number },
  once: Once,
): Promise<ClosedDay> {
  authorise(actor, permissions.manage.name, { siteId: input.siteId });
  return writeClosedDay(deps, input, async (tx) => {
    const before = orNotFound(await lockRow(tx, 'organisation.closed_day', actor.centreId, id));
    authorise(actor, permissions.manage.name, { siteId: before.site_id });
    requireVersion(before, input.version);
    await refusePassed(tx, deps, actor, before.day, input.day);
    const after = {
      ...before,
      ...toDayColumns(input),
      version: before.version + 1,
      updated_at: deps.clock.now(),
    };
    saveRows(tx, 'organisation.closed_day', [after]);
    closedDayChanged(tx, deps.clock, actor, 'changed', { before, after });
    const view = toClosedDay(after);
    once.claim(tx, view);
    return view;
  });
}
