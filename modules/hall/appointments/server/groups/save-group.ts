import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { events, type Group, type GroupInput, permissions, problems } from '../../contract.ts';
import type { AppointmentsDeps } from '../deps.ts';
import type { Doing } from '../doing.ts';
import * as repository from '../repository-groups.ts';
import { countToCome } from '../repository.ts';
import type { GroupRow } from '../tables.ts';
import { toColumns, toGroup } from './view.ts';

/** Opens a group for booking. A repeat with the same key gives the same one. */
export async function createGroup(
  deps: AppointmentsDeps,
  actor: Actor,
  input: GroupInput,
  once: Once,
): Promise<Group> {
  authorise(actor, permissions.manage.name, { siteId: input.siteId });
  return deps.database.transaction(async (tx) => {
    await requirePlaces(deps, tx, actor.centreId, input);
    const row: GroupRow = {
      centre_id: actor.centreId,
      group_id: newId(deps.clock),
      ...toColumns(input),
      version: 1,
      updated_at: deps.clock.now(),
    };
    return write({ deps, tx, actor }, once, row);
  });
}

/** Changes a group; while appointments are to come, its site and the length of its slots stay. */
export async function changeGroup(
  deps: AppointmentsDeps,
  actor: Actor,
  id: string,
  { version, ...input }: GroupInput & { readonly version: number },
  once: Once,
): Promise<Group> {
  authorise(actor, permissions.manage.name, { siteId: input.siteId });
  return deps.database.transaction(async (tx) => {
    const before = orNotFound(await repository.lockGroup(tx, actor.centreId, id));
    authorise(actor, permissions.manage.name, { siteId: before.site_id });
    requireVersion(before, version);
    await requirePlaces(deps, tx, actor.centreId, input);
    const columns = toColumns(input);
    if (columns.site_id !== before.site_id || columns.slot_minutes !== before.slot_minutes) {
      const count = await countToCome(tx, actor.centreId, id, deps.clock.now());
      if (count > 0) throw new ProblemError(problems.slotsInUse, { count });
    }
    const row = { ...before, ...columns, version: version + 1, updated_at: deps.clock.now() };
    return write({ deps, tx, actor }, once, row, before);
  });
}

function write({ deps, tx, actor }: Doing, once: Once, row: GroupRow, before?: GroupRow): Group {
  repository.putGroup(tx, row);
  tell(tx, deps.clock, actor, events.groupChanged, {
    subject: { kind: 'appointments.group', id: row.group_id },
    payload: { groupId: row.group_id, siteId: row.site_id },
    audit: { ...(before === undefined ? {} : { before }), after: row },
  });
  const view = toGroup(row);
  once.claim(tx, view);
  return view;
}

async function requirePlaces(
  { organisation }: AppointmentsDeps,
  db: Db,
  centreId: number,
  { siteId, zoneId, windowIds, departmentIds }: GroupInput,
): Promise<void> {
  const directory = await organisation.loadDirectory(db, centreId);
  const isKnown =
    directory.sites.byId.has(siteId) &&
    (zoneId === null || directory.zones.byId.get(zoneId)?.siteId === siteId) &&
    windowIds.every((id) => directory.windows.byId.get(id)?.siteId === siteId) &&
    departmentIds.every((id) => directory.departments.byId.has(id));
  if (!isKnown) throw new ProblemError(problems.unknownReference);
}
