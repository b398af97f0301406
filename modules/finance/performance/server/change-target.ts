import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, problems, type Target, type TargetChange } from '../contract.ts';
import type { PerformanceDeps } from './deps.ts';
import { targetChanged } from './events.ts';
import * as repository from './repository.ts';
import { toTarget, toColumns } from './view.ts';

/** Changes a target; refuses over a version that the editor has not seen. */
export async function changeTarget(
  { database, clock }: PerformanceDeps,
  actor: Actor,
  id: string,
  input: TargetChange,
  once: Once,
): Promise<Target> {
  authorise(actor, permissions.manage.name);
  return refuseDuplicate('target_code_unique', problems.codeTaken, { code: input.code }, () =>
    database.transaction(async (tx) => {
      const before = orNotFound(await repository.lockTarget(tx, actor.centreId, id));
      requireVersion(before, input.version);
      const row = {
        ...before,
        ...toColumns(input),
        version: before.version + 1,
        updated_at: clock.now(),
      };
      repository.updateTarget(tx, row);
      targetChanged(tx, clock, actor, { act: 'changed', before, after: row });
      const view = toTarget(row);
      once.claim(tx, view);
      return view;
    }),
  );
}
