import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import { type EditionSummary, permissions } from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';
import { draftChanged } from '../events.ts';
import { changeEdition } from './change-edition.ts';

/** Submits a draft for review; from then on it cannot be saved until it is returned. */
export async function submitDraft(
  deps: MattersDeps,
  actor: Actor,
  id: string,
  input: { readonly version: number; readonly note: string },
  once: Once,
): Promise<EditionSummary> {
  const act = { id, version: input.version, permission: permissions.draft, once } as const;
  return changeEdition(deps, actor, { ...act, from: 'draft' }, async (tx, { matter, before }) => {
    const note = input.note === '' ? before.note : input.note;
    const head = { ...before, state: 'in-review', note, returned_reason: '' } as const;
    draftChanged(tx, deps.clock, actor, 'submitted', { code: matter.code, head });
    return head;
  });
}
