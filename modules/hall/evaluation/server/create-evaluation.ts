import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';

import { permissions, problems, type Evaluation, type EvaluationInput } from '../contract.ts';
import type { EvaluationDeps } from './deps.ts';
import { evaluationChanged } from './events.ts';
import * as repository from './repository.ts';
import type { EvaluationRow } from './tables.ts';
import { toEvaluation, toColumns } from './view.ts';

/** Adds a evaluation. A repeat with the same key gives the same one. */
export async function createEvaluation(
  { database, clock }: EvaluationDeps,
  actor: Actor,
  input: EvaluationInput,
  once: Once,
): Promise<Evaluation> {
  authorise(actor, permissions.manage.name);
  const row: EvaluationRow = {
    centre_id: actor.centreId,
    evaluation_id: newId(),
    ...toColumns(input),
    version: 1,
    updated_at: clock.now(),
  };
  return refuseDuplicate('evaluation_code_unique', problems.codeTaken, { code: input.code }, () =>
    database.transaction(async (tx) => {
      repository.insertEvaluation(tx, row);
      evaluationChanged(tx, clock, actor, { act: 'created', after: row });
      const view = toEvaluation(row);
      once.claim(tx, view);
      return view;
    }),
  );
}
