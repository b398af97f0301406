import { authorise, may, reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Permission } from '#kernel/access/contract-permission.ts';

import type { Visible } from './repository.ts';
import { sitesOf, type Surroundings } from './surroundings.ts';
import type { PersonRow } from './tables.ts';

/** Refuses unless the permission covers this person: by department, or by one of the sites where they belong. */
export function authoriseFor(
  actor: Actor,
  permission: Permission,
  person: Pick<PersonRow, 'person_id' | 'department_id'>,
  around: Surroundings,
): void {
  const { department_id: departmentId } = person;
  const targets = sitesOf(person.person_id, around).map((siteId) => ({ siteId, departmentId }));
  if (targets.some((target) => may(actor, permission.name, target))) return;
  authorise(actor, permission.name, { departmentId });
}

/** The people whom a permission lets the actor see; undefined for everybody. Refuses when it is not held at all. */
export function visibleTo(
  actor: Actor,
  permission: Permission,
  around: Surroundings,
): Visible | undefined {
  const reach = reachOf(actor, permission.name);
  if (reach.everything) return undefined;
  const sites = new Set(reach.siteIds);
  const takePart = around.stationing.map((row) => ({
    isHere: sites.has(around.directory.windows.byId.get(row.window_id)?.siteId ?? ''),
    people: [row.person_a_id, ...(row.person_b_id === null ? [] : [row.person_b_id])],
  }));
  const peopleOf = (rows: typeof takePart) => [...new Set(rows.flatMap(({ people }) => people))];
  const isMain = around.mainSiteId !== undefined && sites.has(around.mainSiteId);
  return {
    departmentIds: reach.departmentIds,
    personIds: peopleOf(takePart.filter(({ isHere }) => isHere)),
    allBut: isMain ? peopleOf(takePart) : undefined,
  };
}

/** Whether one of those whom a list shows. */
export function isVisible(person: PersonRow, visible: Visible | undefined): boolean {
  if (visible === undefined) return true;
  return (
    visible.departmentIds.includes(person.department_id ?? '') ||
    visible.personIds.includes(person.person_id) ||
    (visible.allBut !== undefined && !visible.allBut.includes(person.person_id))
  );
}
