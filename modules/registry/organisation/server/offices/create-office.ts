import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import { permissions, type Office, type OfficeInput } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { addRecord, inUse, newRecord } from '../records.ts';
import { officeKind, toOfficeColumns } from './office-kind.ts';

/** Adds an office. A repeat with the same key gives the same one. */
export async function createOffice(
  deps: OrganisationDeps,
  actor: Actor,
  input: OfficeInput,
  once: Once,
): Promise<Office> {
  authorise(actor, permissions.manage.name);
  const { id, base } = newRecord(deps, actor);
  return addRecord(deps, actor, officeKind, { once }, () => ({
    ...base,
    office_id: id,
    ...toOfficeColumns(input),
    ...inUse,
  }));
}
