import { reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { addDays, type Day } from '#kernel/clock/day.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import type { PageQuery } from '#kernel/http/shapes.ts';

import { type BookingFilter, type Figure, type MissedPerson, permissions } from '../../contract.ts';
import type { AppointmentsDeps } from '../deps.ts';
import { groupName, unnamed } from '../groups/view.ts';
import * as repository from '../repository-list.ts';
import { bannedUntil } from '../rules.ts';
import { loadAround, toBooking } from '../view.ts';

/** The sites whose appointments somebody may see by a permission; undefined for all. */
export function sitesOf(actor: Actor, permission: string): readonly string[] | undefined {
  const reach = reachOf(actor, permission);
  return reach.everything ? undefined : reach.siteIds;
}

/** A page of appointments in the order of their time; the total counts by the same rules. */
export async function listBookings(
  deps: AppointmentsDeps,
  actor: Actor,
  { limit, cursor, ...asked }: PageQuery & BookingFilter,
) {
  const filter = { ...asked, sites: sitesOf(actor, permissions.view.name) };
  const { db } = deps.database;
  const [rows, total, around] = await Promise.all([
    repository.listBookings(db, actor.centreId, filter, { limit, cursor: readCursor(cursor) }),
    repository.countBookings(db, actor.centreId, filter),
    loadAround(deps, db, actor.centreId),
  ]);
  const page = toPage(
    rows,
    limit,
    (row) => toBooking(row, around),
    (row) => [row.starts_at.toISOString(), row.booking_id],
  );
  return { ...page, total };
}

/** Who missed appointments in the days that count, and who cannot book online for now. */
export async function listMissed(
  deps: AppointmentsDeps,
  actor: Actor,
): Promise<{ items: MissedPerson[] }> {
  const sites = sitesOf(actor, permissions.view.name);
  const { db } = deps.database;
  const { settings, centre } = await loadAround(deps, db, actor.centreId);
  const since = addDays(centre.today, -(settings.missedWithinDays + settings.banDays));
  const rows = await repository.listMissed(db, actor.centreId, since, sites);
  return {
    items: rows.map((row) => ({
      partyId: row.party_id,
      holder: row.holder_shown,
      missed: row.days.length,
      lastOn: row.days.at(-1) ?? centre.today,
      bannedUntil: bannedUntil(row.days, centre.today, settings) ?? null,
    })),
  };
}

/** Booked, come, missed and cancelled by day and group. */
export async function listFigures(
  deps: AppointmentsDeps,
  actor: Actor,
  query: { readonly from: Day; readonly to: Day; readonly siteId?: string | undefined },
): Promise<{ items: Figure[] }> {
  const sites = sitesOf(actor, permissions.view.name);
  const { db } = deps.database;
  const [rows, { groups }] = await Promise.all([
    repository.countByDay(db, actor.centreId, { ...query, sites }),
    loadAround(deps, db, actor.centreId),
  ]);
  return {
    items: rows.map((row) => {
      const group = groups.get(row.group_id);
      const over = row.arrived + row.missed;
      return {
        day: row.day,
        groupId: row.group_id,
        group: group === undefined ? unnamed() : groupName(group),
        booked: row.booked,
        waiting: row.waiting,
        arrived: row.arrived,
        missed: row.missed,
        cancelled: row.cancelled,
        missedShare: over === 0 ? null : row.missed / over,
      };
    }),
  };
}
