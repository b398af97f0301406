import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, type Licence } from '../contract.ts';
import type { LicencesDeps } from './deps.ts';
import * as repository from './repository.ts';
import { toLicence } from './view.ts';

/** One licence of the actor's centre. */
export async function getLicence(
  { database }: LicencesDeps,
  actor: Actor,
  id: string,
): Promise<Licence> {
  authorise(actor, permissions.view.name);
  return toLicence(orNotFound(await repository.findLicence(database.db, actor.centreId, id)));
}
