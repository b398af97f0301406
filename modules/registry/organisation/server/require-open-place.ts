import type { Tx } from '#kernel/db/types.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems } from '../contract.ts';
import { lockRow } from './repository-rows.ts';

/**
 * Refuses a site, or a zone of it, that does not exist, belongs elsewhere or is closed. Keeps them from
 * being closed until the transaction ends.
 */
export async function requireOpenPlace(
  tx: Tx,
  centreId: number,
  place: { readonly siteId: string; readonly zoneId?: string },
): Promise<void> {
  const site = await lockRow(tx, 'organisation.site', centreId, place.siteId);
  if (site === undefined) throw new ProblemError(problems.unknownReference);
  if (site.closed_on !== null) throw new ProblemError(problems.placeClosed);
  if (place.zoneId === undefined) return;
  const zone = await lockRow(tx, 'organisation.zone', centreId, place.zoneId);
  if (zone === undefined) throw new ProblemError(problems.unknownReference);
  if (zone.site_id !== place.siteId) throw new ProblemError(problems.zoneElsewhere);
  if (zone.closed_on !== null) throw new ProblemError(problems.placeClosed);
}
