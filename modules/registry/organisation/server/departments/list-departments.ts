import type { Actor } from '#kernel/access/contract-actor.ts';

import type { ListDepartmentsQuery } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { listRecords, sitesInReach } from '../records.ts';
import { departmentKind } from './department-kind.ts';

/** A page of departments, in their order. */
export async function listDepartments(
  deps: OrganisationDeps,
  actor: Actor,
  query: ListDepartmentsQuery,
) {
  sitesInReach(actor);
  return listRecords(deps, actor, departmentKind, query, {
    equal: { kind: query.kind },
    onlySiteIds: undefined,
  });
}
