import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import { permissions, type Window, type WindowInput } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { addRecord, inUse, newRecord } from '../records.ts';
import { requireOpenPlace } from '../require-open-place.ts';
import { saveServed } from './save-served.ts';
import { toWindowColumns, windowKind } from './window-kind.ts';

/** Adds a window, offline, to a zone in use. A repeat with the same key gives the same one. */
export async function createWindow(
  deps: OrganisationDeps,
  actor: Actor,
  input: WindowInput,
  once: Once,
): Promise<Window> {
  const { siteId, zoneId, departmentIds } = input;
  authorise(actor, permissions.manage.name, { siteId });
  const { id, base } = newRecord(deps, actor);
  const adding = {
    once,
    finish: (tx: Tx) => saveServed(tx, deps.clock, actor, id, departmentIds),
  };
  return addRecord(deps, actor, windowKind, adding, async (tx) => {
    await requireOpenPlace(tx, actor.centreId, { siteId, zoneId });
    return {
      ...base,
      window_id: id,
      site_id: siteId,
      ...toWindowColumns(input),
      ...inUse,
      state: 'offline',
      state_since: deps.clock.now(),
      state_reason: '',
    };
  });
}
