import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import { permissions, type Department, type DepartmentInput } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { addRecord, inUse, newRecord } from '../records.ts';
import { departmentKind, toDepartmentColumns } from './department-kind.ts';

/** Adds a department. A repeat with the same key gives the same one. */
export async function createDepartment(
  deps: OrganisationDeps,
  actor: Actor,
  input: DepartmentInput,
  once: Once,
): Promise<Department> {
  authorise(actor, permissions.manage.name);
  const { id, base } = newRecord(deps, actor);
  return addRecord(deps, actor, departmentKind, { once }, () => ({
    ...base,
    department_id: id,
    ...toDepartmentColumns(input),
    ...inUse,
    is_demonstration: false,
  }));
}
