import type { Actor } from '#kernel/access/contract-actor.ts';

import type { Window } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { getRecord } from '../records.ts';
import { windowKind } from './window-kind.ts';

/** One window of the actor's centre. */
export async function getWindow(deps: OrganisationDeps, actor: Actor, id: string): Promise<Window> {
  return getRecord(deps, actor, windowKind, id);
}
