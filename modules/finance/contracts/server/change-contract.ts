import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, problems, type Contract, type ContractChange } from '../contract.ts';
import type { ContractsDeps } from './deps.ts';
import { contractChanged } from './events.ts';
import * as repository from './repository.ts';
import { toContract, toColumns } from './view.ts';

/** Changes a contract; refuses over a version that the editor has not seen. */
export async function changeContract(
  { database, clock }: ContractsDeps,
  actor: Actor,
  id: string,
  input: ContractChange,
  once: Once,
): Promise<Contract> {
  authorise(actor, permissions.manage.name);
  return refuseDuplicate('contract_code_unique', problems.codeTaken, { code: input.code }, () =>
    database.transaction(async (tx) => {
      const before = orNotFound(await repository.lockContract(tx, actor.centreId, id));
      requireVersion(before, input.version);
      const row = {
        ...before,
        ...toColumns(input),
        version: before.version + 1,
        updated_at: clock.now(),
      };
      repository.updateContract(tx, row);
      contractChanged(tx, clock, actor, { act: 'changed', before, after: row });
      const view = toContract(row);
      once.claim(tx, view);
      return view;
    }),
  );
}
