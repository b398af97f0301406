import { findZone } from '#kernel/centre/centre-day.ts';
import { localDay } from '#kernel/clock/local-day.ts';

import type { PublicSite } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { allSites } from '../repository-directory.ts';
import { calendarOf, loadOpeningRecords } from './load-opening.ts';
import { toPublicSite } from './public-site.ts';

/** Where people are served, and whether it is open now. For everybody. */
export async function listPublicSites(
  { database: { db }, clock }: OrganisationDeps,
  centreId: number,
): Promise<{ items: PublicSite[] }> {
  const now = clock.now();
  const today = localDay(now, await findZone(db, centreId));
  const [sites, records] = await Promise.all([
    allSites(db, centreId),
    loadOpeningRecords(db, centreId, today),
  ]);
  return {
    items: sites
      .filter((site) => site.closed_on === null)
      .map((site) => toPublicSite(site, calendarOf(records, site.site_id), records.zone, now)),
  };
}
