import { reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';

import { type Group, permissions, type PublicGroup } from '../../contract.ts';
import type { AppointmentsDeps } from '../deps.ts';
import * as repository from '../repository-groups.ts';
import type { GroupRow } from '../tables.ts';
import { toGroup, toPublicGroup } from './view.ts';

/** What anybody may book: everywhere, at one place, or for one matter. */
export async function listPublicGroups(
  deps: AppointmentsDeps,
  actor: Actor,
  asked: { readonly siteId?: string | undefined; readonly matterId?: string | undefined },
): Promise<{ items: PublicGroup[] }> {
  const { db } = deps.database;
  const { centreId } = actor;
  const [rows, directory, { today }] = await Promise.all([
    repository.listGroups(db, centreId),
    deps.organisation.loadDirectory(db, centreId),
    centreDay(deps, db, centreId),
  ]);
  const { siteId, matterId } = asked;
  const matter =
    matterId === undefined
      ? undefined
      : await deps.matters.findCurrent(db, { centreId, matterId, on: today });
  const departmentId = directory.departments.byCode.get(
    matter?.content.authority.departmentCode ?? '',
  )?.id;
  const handles = (row: GroupRow): boolean =>
    matterId === undefined ||
    row.matter_ids.includes(matterId) ||
    (departmentId !== undefined && row.department_ids.includes(departmentId));
  const shown = rows.filter(
    (row) => (siteId === undefined || row.site_id === siteId) && handles(row),
  );
  return { items: shown.map((row) => toPublicGroup(row, directory)) };
}

/** Every group of the places that the reader sees. */
export async function listGroups(
  { database }: AppointmentsDeps,
  actor: Actor,
): Promise<{ items: Group[] }> {
  const reach = reachOf(actor, permissions.view.name);
  const rows = await repository.listGroups(database.db, actor.centreId);
  const seen = rows.filter((row) => reach.everything || reach.siteIds.includes(row.site_id));
  return { items: seen.map(toGroup) };
}
