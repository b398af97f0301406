import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';

import { permissions, problems, type Contract, type ContractInput } from '../contract.ts';
import type { ContractsDeps } from './deps.ts';
import { contractChanged } from './events.ts';
import * as repository from './repository.ts';
import type { ContractRow } from './tables.ts';
import { toContract, toColumns } from './view.ts';

/** Adds a contract. A repeat with the same key gives the same one. */
export async function createContract(
  { database, clock }: ContractsDeps,
  actor: Actor,
  input: ContractInput,
  once: Once,
): Promise<Contract> {
  authorise(actor, permissions.manage.name);
  const row: ContractRow = {
    centre_id: actor.centreId,
    contract_id: newId(),
    ...toColumns(input),
    version: 1,
    updated_at: clock.now(),
  };
  return refuseDuplicate('contract_code_unique', problems.codeTaken, { code: input.code }, () =>
    database.transaction(async (tx) => {
      repository.insertContract(tx, row);
      contractChanged(tx, clock, actor, { act: 'created', after: row });
      const view = toContract(row);
      once.claim(tx, view);
      return view;
    }),
  );
}
