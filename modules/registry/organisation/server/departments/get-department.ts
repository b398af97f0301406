import type { Actor } from '#kernel/access/contract-actor.ts';

import type { Department } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { getRecord } from '../records.ts';
import { departmentKind } from './department-kind.ts';

/** One department of the actor's centre. */
export async function getDepartment(
  deps: OrganisationDeps,
  actor: Actor,
  id: string,
): Promise<Department> {
  return getRecord(deps, actor, departmentKind, id);
}
