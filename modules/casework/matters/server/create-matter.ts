import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';

import { permissions, problems, type Matter, type MatterInput } from '../contract.ts';
import type { MattersDeps } from './deps.ts';
import { matterChanged } from './events.ts';
import * as repository from './repository.ts';
import type { MatterRow } from './tables.ts';
import { toMatter, toColumns } from './view.ts';

/** Adds a matter. A repeat with the same key gives the same one. */
export async function createMatter(
  { database, clock }: MattersDeps,
  actor: Actor,
  input: MatterInput,
  once: Once,
): Promise<Matter> {
  authorise(actor, permissions.manage.name);
  const row: MatterRow = {
    centre_id: actor.centreId,
    matter_id: newId(),
    ...toColumns(input),
    version: 1,
    updated_at: clock.now(),
  };
  return refuseDuplicate('matter_code_unique', problems.codeTaken, { code: input.code }, () =>
    database.transaction(async (tx) => {
      repository.insertMatter(tx, row);
      matterChanged(tx, clock, actor, { act: 'created', after: row });
      const view = toMatter(row);
      once.claim(tx, view);
      return view;
    }),
  );
}
