import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, type Target } from '../../contract.ts';
import type { PerformanceDeps } from '../deps.ts';
import { loadTarget } from '../load.ts';
import * as repository from '../repository.ts';

/** One target of the actor's centre with the values of its indicators as of now. */
export async function getTarget(deps: PerformanceDeps, actor: Actor, id: string): Promise<Target> {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  return loadTarget(deps, db, orNotFound(await repository.findTarget(db, actor.centreId, id)));
}
