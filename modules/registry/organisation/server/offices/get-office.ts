import type { Actor } from '#kernel/access/contract-actor.ts';

import type { Office } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { getRecord } from '../records.ts';
import { officeKind } from './office-kind.ts';

/** One office of the actor's centre. */
export async function getOffice(deps: OrganisationDeps, actor: Actor, id: string): Promise<Office> {
  return getRecord(deps, actor, officeKind, id);
}
