import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';

import { permissions, problems, type Case, type CaseInput } from '../contract.ts';
import type { CasesDeps } from './deps.ts';
import { caseChanged } from './events.ts';
import * as repository from './repository.ts';
import type { CaseRow } from './tables.ts';
import { toCase, toColumns } from './view.ts';

/** Adds a case. A repeat with the same key gives the same one. */
export async function createCase(
  { database, clock }: CasesDeps,
  actor: Actor,
  input: CaseInput,
  once: Once,
): Promise<Case> {
  authorise(actor, permissions.manage.name);
  const row: CaseRow = {
    centre_id: actor.centreId,
    case_id: newId(),
    ...toColumns(input),
    version: 1,
    updated_at: clock.now(),
  };
  return refuseDuplicate('case_code_unique', problems.codeTaken, { code: input.code }, () =>
    database.transaction(async (tx) => {
      repository.insertCase(tx, row);
      caseChanged(tx, clock, actor, { act: 'created', after: row });
      const view = toCase(row);
      once.claim(tx, view);
      return view;
    }),
  );
}
