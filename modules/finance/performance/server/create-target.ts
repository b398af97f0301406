import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';

import { permissions, problems, type Target, type TargetInput } from '../contract.ts';
import type { PerformanceDeps } from './deps.ts';
import { targetChanged } from './events.ts';
import * as repository from './repository.ts';
import type { TargetRow } from './tables.ts';
import { toTarget, toColumns } from './view.ts';

/** Adds a target. A repeat with the same key gives the same one. */
export async function createTarget(
  { database, clock }: PerformanceDeps,
  actor: Actor,
  input: TargetInput,
  once: Once,
): Promise<Target> {
  authorise(actor, permissions.manage.name);
  const row: TargetRow = {
    centre_id: actor.centreId,
    target_id: newId(),
    ...toColumns(input),
    version: 1,
    updated_at: clock.now(),
  };
  return refuseDuplicate('target_code_unique', problems.codeTaken, { code: input.code }, () =>
    database.transaction(async (tx) => {
      repository.insertTarget(tx, row);
      targetChanged(tx, clock, actor, { act: 'created', after: row });
      const view = toTarget(row);
      once.claim(tx, view);
      return view;
    }),
  );
}
