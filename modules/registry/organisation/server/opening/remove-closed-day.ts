import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { closedDayChanged } from '../events.ts';
import { deleteRow, lockRow } from '../repository-rows.ts';
import { refusePassed } from './write-closed-day.ts';

/** Takes back a day to come. The event and the audit log keep what it was. */
export async function removeClosedDay(
  deps: OrganisationDeps,
  actor: Actor,
  id: string,
  version: number,
): Promise<{ done: true }> {
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await lockRow(tx, 'organisation.closed_day', actor.centreId, id));
    authorise(actor, permissions.manage.name, { siteId: row.site_id });
    requireVersion(row, version);
    await refusePassed(tx, deps, actor, row.day);
    deleteRow(tx, 'organisation.closed_day', actor.centreId, id);
    closedDayChanged(tx, deps.clock, actor, 'removed', { before: row, after: row });
    return { done: true };
  });
}
