import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, type Site } from '../contract.ts';
import type { OrganisationDeps } from './deps.ts';
import * as repository from './repository.ts';
import { toSite } from './view.ts';

/** One site of the actor's centre. */
export async function getSite(
  { database }: OrganisationDeps,
  actor: Actor,
  siteId: string,
): Promise<Site> {
  authorise(actor, permissions.view.name, { siteId });
  return toSite(orNotFound(await repository.findSite(database.db, actor.centreId, siteId)));
}
