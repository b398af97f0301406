import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { permissions, problems } from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';
import { draftChanged } from '../events.ts';
import { deleteDraft, lockEdition } from '../repository-editions.ts';
import { lockMatter } from '../repository.ts';

/** Throws a draft away. The matter stays, and its numbers go on. */
export async function discardDraft(
  { database, clock }: MattersDeps,
  actor: Actor,
  id: string,
  version: number,
  once: Once,
): Promise<{ done: true }> {
  authorise(actor, permissions.draft.name);
  return database.transaction(async (tx) => {
    const before = orNotFound(await lockEdition(tx, actor.centreId, id));
    requireVersion({ version: before.version, changedBy: before.saved_by_name }, version);
    if (before.state !== 'draft') throw new ProblemError(problems.wrongState);
    const matter = orNotFound(await lockMatter(tx, actor.centreId, before.matter_id));
    deleteDraft(tx, actor.centreId, id);
    draftChanged(tx, clock, actor, 'discarded', { code: matter.code, head: before });
    const done = { done: true } as const;
    once.claim(tx, done);
    return done;
  });
}
