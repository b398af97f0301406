import { findZone } from '#kernel/centre/centre-day.ts';
import { addDays } from '#kernel/clock/day.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { PublicOpening, PublicZone } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { allZones } from '../repository-directory.ts';
import { findSiteByCode } from '../repository-opening.ts';
import type { ZoneRow } from '../tables.ts';
import {
  calendarOf,
  loadOpeningRecords,
  type OpeningRecords,
  zonesWithHours,
} from './load-opening.ts';
import { isAroundTheClock, mondayOf, toDays, toState } from './opening-view.ts';
import { toPublicSite } from './public-site.ts';

const AHEAD_DAYS = 90;

/** Opening of one site: now, this week, days that differ, zones with hours of their own. For everybody. */
export async function getPublicOpening(
  { database: { db }, clock }: OrganisationDeps,
  centreId: number,
  siteCode: string,
): Promise<PublicOpening> {
  const now = clock.now();
  const site = orNotFound(await findSiteByCode(db, centreId, siteCode));
  const today = localDay(now, await findZone(db, centreId));
  const monday = mondayOf(today);
  const [zones, records] = await Promise.all([
    allZones(db, centreId),
    loadOpeningRecords(db, centreId, monday, site.site_id),
  ]);
  const calendar = calendarOf(records, site.site_id);
  const own = zonesWithHours(records, site.site_id);
  const isServed = site.closed_on === null;
  const ahead = toDays(calendar, addDays(today, 1), AHEAD_DAYS);
  return {
    site: toPublicSite(site, calendar, records.zone, now),
    week: isServed ? toDays(calendar, monday, 7) : [],
    exceptions: isServed ? ahead.filter((day) => day.reason !== null) : [],
    zones: zones
      .filter((zone) => isServed && zone.closed_on === null && own.has(zone.zone_id))
      .map((zone) => toPublicZone(zone, records, now, monday)),
  };
}

function toPublicZone(
  zone: ZoneRow,
  records: OpeningRecords,
  now: Date,
  monday: string,
): PublicZone {
  const calendar = calendarOf(records, zone.site_id, zone.zone_id);
  const week = toDays(calendar, monday, 7);
  return {
    code: zone.code,
    nameZh: zone.name_zh,
    nameEn: zone.name_en,
    floor: zone.floor,
    isAroundTheClock: isAroundTheClock(week),
    now: toState(calendar, now),
    week,
  };
}
