import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { Department } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { reopenRecord } from '../records.ts';
import { departmentKind } from './department-kind.ts';

/** Takes a closed department into use again. */
export async function reopenDepartment(
  deps: OrganisationDeps,
  actor: Actor,
  id: string,
  version: number,
  once: Once,
): Promise<Department> {
  return reopenRecord(deps, actor, departmentKind, { id, version, once }, () => ({}));
}
