import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { Office, OfficeInput } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { changeRecord } from '../records.ts';
import { officeKind, toOfficeColumns } from './office-kind.ts';

/** Changes an office; refuses over a version that the editor has not seen. */
export async function changeOffice(
  deps: OrganisationDeps,
  actor: Actor,
  id: string,
  input: OfficeInput & { readonly version: number },
  once: Once,
): Promise<Office> {
  const asked = { id, version: input.version, act: 'changed', once } as const;
  return changeRecord(deps, actor, officeKind, asked, (before) => ({
    ...before,
    ...toOfficeColumns(input),
  }));
}
