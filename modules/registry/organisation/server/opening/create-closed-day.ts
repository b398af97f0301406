import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';

import { type ClosedDay, type ClosedDayInput, permissions } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { closedDayChanged } from '../events.ts';
import { insertRows } from '../repository-rows.ts';
import { toClosedDay, toDayColumns } from './closed-day-view.ts';
import { refusePassed, writeClosedDay } from './write-closed-day.ts';

/** Closes a day to come, or makes one open. A day of all sites needs the whole centre. */
export async function createClosedDay(
  deps: OrganisationDeps,
  actor: Actor,
  input: ClosedDayInput,
  once: Once,
): Promise<ClosedDay> {
  authorise(actor, permissions.manage.name, { siteId: input.siteId });
  return writeClosedDay(deps, input, async (tx) => {
    await refusePassed(tx, deps, actor, input.day);
    const row = {
      centre_id: actor.centreId,
      day_id: newId(deps.clock),
      ...toDayColumns(input),
      version: 1,
      updated_at: deps.clock.now(),
    };
    insertRows(tx, 'organisation.closed_day', [row]);
    closedDayChanged(tx, deps.clock, actor, 'created', { after: row });
    const view = toClosedDay(row);
    once.claim(tx, view);
    return view;
  });
}
