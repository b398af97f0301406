import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, problems, type Evaluation, type EvaluationChange } from '../contract.ts';
import type { EvaluationDeps } from './deps.ts';
import { evaluationChanged } from './events.ts';
import * as repository from './repository.ts';
import { toEvaluation, toColumns } from './view.ts';

/** Changes a evaluation; refuses over a version that the editor has not seen. */
export async function changeEvaluation(
  { database, clock }: EvaluationDeps,
  actor: Actor,
  id: string,
  input: EvaluationChange,
  once: Once,
): Promise<Evaluation> {
  authorise(actor, permissions.manage.name);
  return refuseDuplicate('evaluation_code_unique', problems.codeTaken, { code: input.code }, () =>
    database.transaction(async (tx) => {
      const before = orNotFound(await repository.lockEvaluation(tx, actor.centreId, id));
      requireVersion(before, input.version);
      const row = {
        ...before,
        ...toColumns(input),
        version: before.version + 1,
        updated_at: clock.now(),
      };
      repository.updateEvaluation(tx, row);
      evaluationChanged(tx, clock, actor, { act: 'changed', before, after: row });
      const view = toEvaluation(row);
      once.claim(tx, view);
      return view;
    }),
  );
}
