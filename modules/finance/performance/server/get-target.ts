import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, type Target } from '../contract.ts';
import type { PerformanceDeps } from './deps.ts';
import * as repository from './repository.ts';
import { toTarget } from './view.ts';

/** One target of the actor's centre. */
export async function getTarget(
  { database }: PerformanceDeps,
  actor: Actor,
  id: string,
): Promise<Target> {
  authorise(actor, permissions.view.name);
  return toTarget(orNotFound(await repository.findTarget(database.db, actor.centreId, id)));
}
