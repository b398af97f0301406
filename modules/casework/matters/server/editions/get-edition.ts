import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type BundleEdition, type Edition, permissions } from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';
import { findEdition } from '../repository-editions.ts';
import { toEditionView } from './edition-view.ts';

async function find({ database, clock }: MattersDeps, actor: Actor, id: string) {
  authorise(actor, permissions.view.name);
  const [row, today] = await Promise.all([
    findEdition(database.db, actor.centreId, id),
    todayOf({ clock }, database.db, actor.centreId),
  ]);
  return { row, today };
}

/** An edition of a matter, drafts and old ones too. */
export async function getEdition(deps: MattersDeps, actor: Actor, id: string): Promise<Edition> {
  const { row, today } = await find(deps, actor, id);
  const { content, ...head } = orNotFound(row);
  const matter = orNotFound('members' in content ? undefined : content);
  return toEditionView(deps, deps.database.db, { ...head, content: matter }, today);
}

/** An edition of a bundle, drafts and old ones too. */
export async function getBundleEdition(
  deps: MattersDeps,
  actor: Actor,
  id: string,
): Promise<BundleEdition> {
  const { row, today } = await find(deps, actor, id);
  const { content, ...head } = orNotFound(row);
  const bundle = orNotFound('members' in content ? content : undefined);
  return toEditionView(deps, deps.database.db, { ...head, content: bundle }, today);
}
