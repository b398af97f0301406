import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, type Matter } from '../contract.ts';
import type { MattersDeps } from './deps.ts';
import * as repository from './repository.ts';
import { toMatter } from './view.ts';

/** One matter of the actor's centre. */
export async function getMatter(
  { database }: MattersDeps,
  actor: Actor,
  id: string,
): Promise<Matter> {
  authorise(actor, permissions.view.name);
  return toMatter(orNotFound(await repository.findMatter(database.db, actor.centreId, id)));
}
