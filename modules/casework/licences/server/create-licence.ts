import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';

import { permissions, problems, type Licence, type LicenceInput } from '../contract.ts';
import type { LicencesDeps } from './deps.ts';
import { licenceChanged } from './events.ts';
import * as repository from './repository.ts';
import type { LicenceRow } from './tables.ts';
import { toLicence, toColumns } from './view.ts';

/** Adds a licence. A repeat with the same key gives the same one. */
export async function createLicence(
  { database, clock }: LicencesDeps,
  actor: Actor,
  input: LicenceInput,
  once: Once,
): Promise<Licence> {
  authorise(actor, permissions.manage.name);
  const row: LicenceRow = {
    centre_id: actor.centreId,
    licence_id: newId(),
    ...toColumns(input),
    version: 1,
    updated_at: clock.now(),
  };
  return refuseDuplicate('licence_code_unique', problems.codeTaken, { code: input.code }, () =>
    database.transaction(async (tx) => {
      repository.insertLicence(tx, row);
      licenceChanged(tx, clock, actor, { act: 'created', after: row });
      const view = toLicence(row);
      once.claim(tx, view);
      return view;
    }),
  );
}
