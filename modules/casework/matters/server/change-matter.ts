import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, problems, type Matter, type MatterChange } from '../contract.ts';
import type { MattersDeps } from './deps.ts';
import { matterChanged } from './events.ts';
import * as repository from './repository.ts';
import { toMatter, toColumns } from './view.ts';

/** Changes a matter; refuses over a version that the editor has not seen. */
export async function changeMatter(
  { database, clock }: MattersDeps,
  actor: Actor,
  id: string,
  input: MatterChange,
  once: Once,
): Promise<Matter> {
  authorise(actor, permissions.manage.name);
  return refuseDuplicate('matter_code_unique', problems.codeTaken, { code: input.code }, () =>
    database.transaction(async (tx) => {
      const before = orNotFound(await repository.lockMatter(tx, actor.centreId, id));
      requireVersion(before, input.version);
      const row = {
        ...before,
        ...toColumns(input),
        version: before.version + 1,
        updated_at: clock.now(),
      };
      repository.updateMatter(tx, row);
      matterChanged(tx, clock, actor, { act: 'changed', before, after: row });
      const view = toMatter(row);
      once.claim(tx, view);
      return view;
    }),
  );
}
