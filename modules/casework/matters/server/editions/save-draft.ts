import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type BundleContent,
  compareContents,
  type MatterContent,
  permissions,
  problems,
} from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';
import { draftChanged } from '../events.ts';
import { listHeads, lockEdition, saveContent } from '../repository-editions.ts';
import { lockMatter, updateMatter } from '../repository.ts';
import { attachSamples } from './attach-samples.ts';
import { toEditionView } from './edition-view.ts';
import { codeOf, toCard, toWords } from './matter-words.ts';

interface Saving<C> {
  readonly content: C;
  readonly note: string;
  readonly version: number;
}

/**
 * Saves a draft. Refuses over a version that the editor has not seen, and another code than the matter has:
 * a case is found by it. What is not right with the content comes back with it, and refuses nothing.
 */
export async function saveDraft<C extends MatterContent | BundleContent>(
  deps: MattersDeps,
  actor: Actor,
  id: string,
  input: Saving<C>,
  once: Once,
) {
  authorise(actor, permissions.draft.name);
  const { database, clock } = deps;
  const { content, note } = input;
  return database.transaction(async (tx) => {
    const before = orNotFound(await lockEdition(tx, actor.centreId, id));
    if ('members' in before.content !== 'members' in content) orNotFound(undefined);
    requireVersion({ version: before.version, changedBy: before.saved_by_name }, input.version);
    if (before.state !== 'draft') throw new ProblemError(problems.wrongState);
    const matter = orNotFound(await lockMatter(tx, actor.centreId, before.matter_id));
    if (matter.code !== codeOf(content))
      throw new ProblemError(problems.codeFixed, { code: matter.code });
    const row = {
      ...before,
      content,
      note,
      saved_by: actor.id,
      saved_by_name: actor.name,
      saved_at: clock.now(),
      version: before.version + 1,
    };
    await attachSamples(deps, tx, actor, {
      matterId: before.matter_id,
      content,
      before: before.content,
    });
    const card = toCard(content);
    saveContent(tx, row, content, card);
    // Until something is published, lists show the words of the draft.
    const heads = await listHeads(tx, actor.centreId, [before.matter_id]);
    if (heads.length === 1) updateMatter(tx, { ...matter, ...toWords(card) });
    const differences = compareContents(before.content, content);
    draftChanged(tx, clock, actor, 'saved', { code: matter.code, head: row, differences });
    const view = await toEditionView(deps, tx, row, await todayOf({ clock }, tx, actor.centreId));
    once.claim(tx, view);
    return view;
  });
}
