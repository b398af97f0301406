import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { Closure, Office } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { closeRecord } from '../records.ts';
import { officeKind } from './office-kind.ts';

/** Closes an office; what refers to it stays. */
export async function closeOffice(
  deps: OrganisationDeps,
  actor: Actor,
  id: string,
  input: Closure,
  once: Once,
): Promise<Office> {
  return closeRecord(deps, actor, officeKind, { id, input, once }, () => ({}));
}
