import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, problems, type Case, type CaseChange } from '../contract.ts';
import type { CasesDeps } from './deps.ts';
import { caseChanged } from './events.ts';
import * as repository from './repository.ts';
import { toCase, toColumns } from './view.ts';

/** Changes a case; refuses over a version that the editor has not seen. */
export async function changeCase(
  { database, clock }: CasesDeps,
  actor: Actor,
  id: string,
  input: CaseChange,
  once: Once,
): Promise<Case> {
  authorise(actor, permissions.manage.name);
  return refuseDuplicate('case_code_unique', problems.codeTaken, { code: input.code }, () =>
    database.transaction(async (tx) => {
      const before = orNotFound(await repository.lockCase(tx, actor.centreId, id));
      requireVersion(before, input.version);
      const row = {
        ...before,
        ...toColumns(input),
        version: before.version + 1,
        updated_at: clock.now(),
      };
      repository.updateCase(tx, row);
      caseChanged(tx, clock, actor, { act: 'changed', before, after: row });
      const view = toCase(row);
      once.claim(tx, view);
      return view;
    }),
  );
}
