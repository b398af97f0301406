import type { Actor } from '#kernel/access/contract-actor.ts';
import { addDays, type Day } from '#kernel/clock/day.ts';
import { afterCommit } from '#kernel/db/transaction.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type EditionSummary, permissions, problems } from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';
import { editionWithdrawn } from '../events.ts';
import { countPublication } from '../repository-editions.ts';
import { changeEdition } from './change-edition.ts';

/** Takes a published edition out of force from a day on; cases that were accepted under it keep it. */
export async function withdrawEdition(
  deps: MattersDeps,
  actor: Actor,
  id: string,
  input: { readonly version: number; readonly reason: string; readonly from?: Day | undefined },
  once: Once,
): Promise<EditionSummary> {
  const act = { id, version: input.version, permission: permissions.publish, once } as const;
  return changeEdition(
    deps,
    actor,
    { ...act, from: 'published' },
    async (tx, { matter, before, today }) => {
      const from = input.from ?? today;
      if (from < today) throw new ProblemError(problems.startsInPast, { today });
      const last = addDays(from, -1);
      // It ended earlier by itself: nothing is left to withdraw.
      if (before.valid_until !== null && before.valid_until <= last)
        throw new ProblemError(problems.wrongState);
      const { content: _content, ...head } = before;
      const withdrawn = {
        ...head,
        state: 'withdrawn',
        valid_until: last,
        withdrawn_reason: input.reason,
      } as const;
      countPublication(tx, actor.centreId);
      editionWithdrawn(tx, deps.clock, actor, { code: matter.code, head: withdrawn, from });
      afterCommit(tx, () => deps.guides.forget(actor.centreId));
      return withdrawn;
    },
  );
}
