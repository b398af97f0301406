import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { Department, DepartmentInput } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { changeRecord } from '../records.ts';
import { departmentKind, toDepartmentColumns } from './department-kind.ts';

/** Changes a department; refuses over a version that the editor has not seen. */
export async function changeDepartment(
  deps: OrganisationDeps,
  actor: Actor,
  id: string,
  input: DepartmentInput & { readonly version: number },
  once: Once,
): Promise<Department> {
  const asked = { id, version: input.version, act: 'changed', once } as const;
  return changeRecord(deps, actor, departmentKind, asked, (before) => ({
    ...before,
    ...toDepartmentColumns(input),
  }));
}
