import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, type Evaluation } from '../contract.ts';
import type { EvaluationDeps } from './deps.ts';
import * as repository from './repository.ts';
import { toEvaluation } from './view.ts';

/** One evaluation of the actor's centre. */
export async function getEvaluation(
  { database }: EvaluationDeps,
  actor: Actor,
  id: string,
): Promise<Evaluation> {
  authorise(actor, permissions.view.name);
  return toEvaluation(orNotFound(await repository.findEvaluation(database.db, actor.centreId, id)));
}
