import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type EditionSummary, permissions, problems } from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';
import { draftChanged } from '../events.ts';
import { findEdition, insertEdition, listHeads } from '../repository-editions.ts';
import { lockMatter, updateMatter } from '../repository.ts';
import { toEditionSummary } from '../view.ts';
import { toCard } from './matter-words.ts';
import { newEdition } from './new-edition.ts';

/** Begins a draft from an edition of the matter, the newest unless another is named; refuses a second draft. */
export async function startDraft(
  { database, clock }: MattersDeps,
  actor: Actor,
  matterId: string,
  fromEditionId: string | undefined,
  once: Once,
): Promise<EditionSummary> {
  authorise(actor, permissions.draft.name);
  return database.transaction(async (tx) => {
    const matter = orNotFound(await lockMatter(tx, actor.centreId, matterId));
    const heads = await listHeads(tx, actor.centreId, [matterId]);
    const draft = heads.find(({ state }) => state === 'draft' || state === 'in-review');
    if (draft !== undefined)
      throw new ProblemError(problems.draftExists, { who: draft.saved_by_name });
    const from = heads.find(({ edition_id: id }) => id === (fromEditionId ?? heads[0]?.edition_id));
    const { content } = orNotFound(
      await findEdition(tx, actor.centreId, orNotFound(from).edition_id),
    );
    const number = matter.last_number + 1;
    const head = newEdition(clock, actor, { matterId, number, kind: matter.kind, note: '' });
    insertEdition(tx, { ...head, content }, toCard(content));
    updateMatter(tx, { ...matter, last_number: number });
    draftChanged(tx, clock, actor, 'created', { code: matter.code, head });
    const view = toEditionSummary(head, await todayOf({ clock }, tx, actor.centreId));
    once.claim(tx, view);
    return view;
  });
}
