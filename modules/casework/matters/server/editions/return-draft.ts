import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import { type EditionSummary, permissions } from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';
import { draftChanged } from '../events.ts';
import { changeEdition } from './change-edition.ts';

/** Gives a submitted draft back to its drafter, with the reason. */
export async function returnDraft(
  deps: MattersDeps,
  actor: Actor,
  id: string,
  input: { readonly version: number; readonly reason: string },
  once: Once,
): Promise<EditionSummary> {
  const act = { id, version: input.version, permission: permissions.publish, once } as const;
  return changeEdition(
    deps,
    actor,
    { ...act, from: 'in-review' },
    async (tx, { matter, before }) => {
      const head = { ...before, state: 'draft', returned_reason: input.reason } as const;
      draftChanged(tx, deps.clock, actor, 'returned', { code: matter.code, head });
      return head;
    },
  );
}
