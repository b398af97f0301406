import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';

import { permissions, problems, type Site, type SiteInput } from '../contract.ts';
import type { OrganisationDeps } from './deps.ts';
import { siteChanged } from './events.ts';
import * as repository from './repository.ts';
import { toSiteColumns } from './rows.ts';
import type { SiteRow } from './tables.ts';
import { toSite } from './view.ts';

/** Adds a site. A repeat with the same key gives the same site. */
export async function createSite(
  deps: OrganisationDeps,
  actor: Actor,
  input: SiteInput,
  once: Once,
): Promise<Site> {
  authorise(actor, permissions.manage.name);
  const row: SiteRow = {
    centre_id: actor.centreId,
    site_id: newId(),
    ...toSiteColumns(input),
    closed_on: null,
    is_demonstration: false,
    version: 1,
    updated_at: deps.clock.now(),
  };
  return refuseDuplicate('site_code_unique', problems.codeTaken, { code: input.code }, () =>
    deps.database.transaction(async (tx) => {
      repository.insertSite(tx, row);
      siteChanged(tx, deps.clock, actor, 'created', { after: row });
      const site = toSite(row);
      once.claim(tx, site);
      return site;
    }),
  );
}
