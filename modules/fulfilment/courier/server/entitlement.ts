import type { Db } from '#kernel/db/types.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import type { CaseRef } from '#modules/casework/cases/index.ts';

import { decideFree, type Entitlement, problems } from '../contract.ts';
import type { CourierDeps } from './deps.ts';
import { readSettings } from './settings.ts';

/** Whether parcels of a case are free, by the rules of the centre. */
export async function readEntitlement(
  { organisation }: Pick<CourierDeps, 'organisation'>,
  db: Db,
  centreId: number,
  { channel, siteId, authorityCode }: CaseRef,
): Promise<Entitlement> {
  const [settings, { sites }] = await Promise.all([
    readSettings(db, centreId),
    organisation.loadDirectory(db, centreId),
  ]);
  const siteKind = siteId === null ? null : (sites.byId.get(siteId)?.kind ?? null);
  return decideFree({ channel, siteKind, authorityCode }, settings);
}

/** Refuses a parcel that is not free, with the reason. */
export async function requireEntitled(
  deps: Pick<CourierDeps, 'organisation'>,
  db: Db,
  centreId: number,
  found: CaseRef,
): Promise<void> {
  const { isFree, reason } = await readEntitlement(deps, db, centreId, found);
  if (isFree) return;
  throw new ProblemError(problems.notEntitled, { reason });
}
