import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, type Case } from '../contract.ts';
import type { CasesDeps } from './deps.ts';
import * as repository from './repository.ts';
import { toCase } from './view.ts';

/** One case of the actor's centre. */
export async function getCase({ database }: CasesDeps, actor: Actor, id: string): Promise<Case> {
  authorise(actor, permissions.view.name);
  return toCase(orNotFound(await repository.findCase(database.db, actor.centreId, id)));
}
