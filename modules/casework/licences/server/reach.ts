import { type Reach, reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';

import { permissions } from '../contract.ts';
import type { LicenceRow } from './tables.ts';

/** The departments whose licences somebody may see; undefined for all of them. */
export type Departments = readonly string[] | undefined;

/**
 * Whoever serves at a window of the centre looks every licence up, since it may be a paper in any case; somebody of one
 * department sees what that department issued. Refuses who may see none.
 */
export function reachOfLooks(actor: Actor): Departments {
  return toDepartments(reachOf(actor, permissions.view.name));
}

export function reachOfExports(actor: Actor): Departments {
  return toDepartments(reachOf(actor, permissions.export.name));
}

function toDepartments(reach: Reach): Departments {
  const isEverywhere = reach.everything || reach.siteIds.length > 0 || reach.windowIds.length > 0;
  return isEverywhere ? undefined : reach.departmentIds;
}

export function isWithin(departments: Departments, row: LicenceRow): boolean {
  return departments === undefined || departments.includes(row.department_id);
}
