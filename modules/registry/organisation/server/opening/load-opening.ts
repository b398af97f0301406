import { createOpeningCalendar, type OpeningCalendar } from '#kernel/calendar/opening-hours.ts';
import { findZone } from '#kernel/centre/centre-day.ts';
import { addDays, type Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';

import { listDays, listHours } from '../repository-opening.ts';
import type { ClosedDayRow, OpeningHoursRow } from '../tables.ts';
import { toOpeningHours } from './to-opening-hours.ts';

/** How far ahead a calendar looks; the kernel looks no further for the next opening. */
const AHEAD_DAYS = 400;

/** Hours and days of a centre, from which the calendars of its places are made. */
export interface OpeningRecords {
  readonly zone: string;
  readonly hours: readonly OpeningHoursRow[];
  readonly days: readonly ClosedDayRow[];
}

/** Reads what is needed to know the opening from a day on, of one site or of all. */
export async function loadOpeningRecords(
  db: Db,
  centreId: number,
  since: Day,
  siteId?: string,
): Promise<OpeningRecords> {
  const [zone, hours, days] = await Promise.all([
    findZone(db, centreId),
    listHours(db, centreId, { since, ...(siteId === undefined ? {} : { siteId }) }),
    listDays(db, centreId, { from: since, to: addDays(since, AHEAD_DAYS + 7), siteId }),
  ]);
  return { zone, hours, days };
}

/** The zones of a site that have hours of their own. */
export function zonesWithHours(records: OpeningRecords, siteId: string): ReadonlySet<string> {
  return new Set(
    records.hours.flatMap((row) =>
      row.site_id === siteId && row.zone_id !== null ? [row.zone_id] : [],
    ),
  );
}

/** The opening calendar of a site, or of one of its zones: the zone's own hours, else the site's. */
export function calendarOf(
  records: OpeningRecords,
  siteId: string,
  zoneId: string | null = null,
): OpeningCalendar {
  const ofSite = records.hours.filter((row) => row.site_id === siteId);
  const own = ofSite.filter((row) => row.zone_id === zoneId);
  const spans = own.length > 0 ? own : ofSite.filter((row) => row.zone_id === null);
  const days = records.days.filter((row) => row.site_id === null || row.site_id === siteId);
  return createOpeningCalendar(toOpeningHours(records.zone, spans, days));
}
