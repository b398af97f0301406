import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, problems, type Site, type SiteInput } from '../contract.ts';
import type { OrganisationDeps } from './deps.ts';
import { siteChanged } from './events.ts';
import * as repository from './repository.ts';
import { toSiteColumns } from './rows.ts';
import { toSite } from './view.ts';

/** Changes a site; refuses over a version that the editor has not seen. */
export async function changeSite(
  deps: OrganisationDeps,
  actor: Actor,
  siteId: string,
  input: SiteInput & { readonly version: number },
  once: Once,
): Promise<Site> {
  authorise(actor, permissions.manage.name, { siteId });
  return refuseDuplicate('site_code_unique', problems.codeTaken, { code: input.code }, () =>
    deps.database.transaction(async (tx) => {
      const before = orNotFound(await repository.lockSite(tx, actor.centreId, siteId));
      requireVersion(before, input.version);
      const row = {
        ...before,
        ...toSiteColumns(input),
        version: before.version + 1,
        updated_at: deps.clock.now(),
      };
      repository.updateSite(tx, row);
      siteChanged(tx, deps.clock, actor, 'changed', { before, after: row });
      const site = toSite(row);
      once.claim(tx, site);
      return site;
    }),
  );
}
