import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';

import type { Site, SiteInput } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { changeRecord } from '../records.ts';
import { siteKind, toSiteColumns } from './site-kind.ts';

/** Changes a site; refuses over a version that the editor has not seen. */
export async function changeSite(
  deps: OrganisationDeps,
  actor: Actor,
  id: string,
  input: SiteInput & { readonly version: number },
  once: Once,
): Promise<Site> {
  const asked = { id, version: input.version, act: 'changed', once } as const;
  return changeRecord(deps, actor, siteKind, asked, (before) => ({
    ...before,
    ...toSiteColumns(input),
  }));
}
