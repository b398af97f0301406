import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type Closure, problems, type Department } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { closeRecord } from '../records.ts';
import { countWindows } from '../repository-list.ts';
import { departmentKind } from './department-kind.ts';

/** Closes a department; refuses while windows in use still serve it. */
export async function closeDepartment(
  deps: OrganisationDeps,
  actor: Actor,
  id: string,
  input: Closure,
  once: Once,
): Promise<Department> {
  return closeRecord(deps, actor, departmentKind, { id, input, once }, async (_before, tx) => {
    const count = await countWindows(tx, actor.centreId, { departmentId: id });
    if (count > 0) throw new ProblemError(problems.departmentInUse, { count });
    return {};
  });
}
