import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, type Contract } from '../contract.ts';
import type { ContractsDeps } from './deps.ts';
import * as repository from './repository.ts';
import { toContract } from './view.ts';

/** One contract of the actor's centre. */
export async function getContract(
  { database }: ContractsDeps,
  actor: Actor,
  id: string,
): Promise<Contract> {
  authorise(actor, permissions.view.name);
  return toContract(orNotFound(await repository.findContract(database.db, actor.centreId, id)));
}
