import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, problems, type Licence, type LicenceChange } from '../contract.ts';
import type { LicencesDeps } from './deps.ts';
import { licenceChanged } from './events.ts';
import * as repository from './repository.ts';
import { toLicence, toColumns } from './view.ts';

/** Changes a licence; refuses over a version that the editor has not seen. */
export async function changeLicence(
  { database, clock }: LicencesDeps,
  actor: Actor,
  id: string,
  input: LicenceChange,
  once: Once,
): Promise<Licence> {
  authorise(actor, permissions.manage.name);
  return refuseDuplicate('licence_code_unique', problems.codeTaken, { code: input.code }, () =>
    database.transaction(async (tx) => {
      const before = orNotFound(await repository.lockLicence(tx, actor.centreId, id));
      requireVersion(before, input.version);
      const row = {
        ...before,
        ...toColumns(input),
        version: before.version + 1,
        updated_at: clock.now(),
      };
      repository.updateLicence(tx, row);
      licenceChanged(tx, clock, actor, { act: 'changed', before, after: row });
      const view = toLicence(row);
      once.claim(tx, view);
      return view;
    }),
  );
}
