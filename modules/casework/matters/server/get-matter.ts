import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type Matter, permissions } from '../contract.ts';
import type { MattersDeps } from './deps.ts';
import { listHeads } from './repository-editions.ts';
import { findMatter } from './repository.ts';
import { toEditionSummary, toMatterSummary } from './view.ts';

/** A matter or bundle with all its editions, newest first. */
export async function getMatter(
  { database: { db }, clock }: MattersDeps,
  actor: Actor,
  id: string,
): Promise<Matter> {
  authorise(actor, permissions.view.name);
  const [row, heads, today] = await Promise.all([
    findMatter(db, actor.centreId, id),
    listHeads(db, actor.centreId, [id]),
    todayOf({ clock }, db, actor.centreId),
  ]);
  return {
    ...toMatterSummary(orNotFound(row), heads, today),
    editions: heads.map((head) => toEditionSummary(head, today)),
  };
}
