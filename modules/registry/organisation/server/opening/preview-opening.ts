import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { createOpeningCalendar } from '#kernel/calendar/opening-hours.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type OpeningDay, permissions, type WeekInput } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { findRow } from '../repository-rows.ts';
import { calendarOf, loadOpeningRecords } from './load-opening.ts';
import { toDays } from './opening-view.ts';
import { planWeek } from './plan-week.ts';
import { toOpeningHours } from './to-opening-hours.ts';

interface Preview {
  readonly zoneId: string | null;
  readonly from?: Day | undefined;
  readonly days: number;
  readonly draft?: Omit<WeekInput, 'zoneId'> | undefined;
}

/** The coming days of a site or zone as they are, or as a week that is not saved yet would make them. */
export async function previewOpening(
  deps: OrganisationDeps,
  actor: Actor,
  siteId: string,
  { zoneId, draft, days, ...asked }: Preview,
): Promise<{ days: OpeningDay[] }> {
  const { db } = deps.database;
  authorise(actor, permissions.view.name, { siteId });
  orNotFound(await findRow(db, 'organisation.site', actor.centreId, siteId));
  const from = asked.from ?? (await todayOf(deps, db, actor.centreId));
  const records = await loadOpeningRecords(db, actor.centreId, from, siteId);
  if (draft === undefined) return { days: toDays(calendarOf(records, siteId, zoneId), from, days) };
  const own = records.hours.filter((row) => row.zone_id === zoneId);
  const plan = planWeek(own, draft.validFrom, draft.stretches);
  const spans = [...plan.kept, ...plan.ended, ...plan.added];
  const calendar = createOpeningCalendar(toOpeningHours(records.zone, spans, records.days));
  return { days: toDays(calendar, from, days) };
}
