import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { Closure, Window } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { closeRecord } from '../records.ts';
import { recordState } from './record-window-state.ts';
import { windowKind } from './window-kind.ts';

/** Takes a window out of use for good: nobody can open it until it is reopened. */
export async function closeWindow(
  deps: OrganisationDeps,
  actor: Actor,
  id: string,
  input: Closure,
  once: Once,
): Promise<Window> {
  return closeRecord(deps, actor, windowKind, { id, input, once }, (before, tx) =>
    recordState(tx, deps.clock, actor, before, { to: 'closed', reason: input.reason }),
  );
}
