import { authorise, may, reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import { addDays } from '#kernel/clock/day.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type OwnShift, permissions, type RosterWeek, type Shift } from '../contract.ts';
import type { StaffDeps } from './deps.ts';
import { loadWeek, toShift, toWeek } from './load-week.ts';
import { getOwnPerson } from './own-person.ts';
import { authoriseFor } from './reach.ts';
import { allRows } from './repository-rows.ts';
import { listRoster } from './repository-time.ts';
import { findPerson } from './repository.ts';
import { loadSurroundings } from './surroundings.ts';
import type { PersonRow } from './tables.ts';
import { mondayOf } from './week.ts';

/** A site's roster of the week that a day is in. A department's people see the rows of their own. */
export async function showRoster(
  deps: StaffDeps,
  actor: Actor,
  query: { readonly siteId: string; readonly day?: string | undefined },
): Promise<RosterWeek> {
  const reach = reachOf(actor, permissions.view.name);
  const { db } = deps.database;
  const day = query.day ?? (await todayOf(deps, db, actor.centreId));
  const place = { siteId: query.siteId, monday: mondayOf(day) };
  const facts = await loadWeek(deps, db, actor.centreId, place);
  const week = toWeek(facts);
  if (may(actor, permissions.view.name, { siteId: query.siteId })) return week;
  const isOwn = (personId: string) =>
    reach.departmentIds.includes(facts.people.get(personId)?.department_id ?? '');
  return {
    ...week,
    people: week.people.filter((person) => isOwn(person.id)),
    entries: week.entries.filter((entry) => isOwn(entry.personId)),
    conflicts: week.conflicts.filter((conflict) => isOwn(conflict.personId)),
  };
}

/** Shifts with their hours. */
export async function listShifts(deps: StaffDeps, actor: Actor): Promise<{ items: Shift[] }> {
  reachOf(actor, permissions.view.name);
  const rows = await allRows(deps.database.db, 'staff.shift', actor.centreId, ['starts', 'code']);
  return { items: rows.map(toShift) };
}

interface Shifts {
  from: string;
  to: string;
  items: OwnShift[];
}

/** The shifts of whoever asks, for two weeks from the Monday of a day on. */
export async function getOwnRoster(
  deps: StaffDeps,
  actor: Actor,
  asked: string | undefined,
): Promise<Shifts> {
  authorise(actor, permissions.viewOwn.name, { ownerId: actor.id });
  return readShifts(deps, actor, await getOwnPerson(deps.database.db, actor), asked);
}

/** The shifts of somebody, for two weeks from the Monday of a day on. */
export async function getPersonRoster(
  deps: StaffDeps,
  actor: Actor,
  personId: string,
  asked: string | undefined,
): Promise<Shifts> {
  reachOf(actor, permissions.view.name);
  const { db } = deps.database;
  const person = orNotFound(await findPerson(db, actor.centreId, personId));
  authoriseFor(actor, permissions.view, person, await loadSurroundings(deps, db, actor.centreId));
  return readShifts(deps, actor, person, asked);
}

async function readShifts(
  deps: StaffDeps,
  actor: Actor,
  person: PersonRow,
  asked: string | undefined,
): Promise<Shifts> {
  const { db } = deps.database;
  const from = mondayOf(asked ?? (await todayOf(deps, db, actor.centreId)));
  const to = addDays(from, 13);
  const [entries, shifts, { sites, zones, windows }] = await Promise.all([
    listRoster(db, actor.centreId, { from, to, personIds: [person.person_id] }),
    allRows(db, 'staff.shift', actor.centreId, ['starts', 'code']),
    deps.organisation.loadDirectory(db, actor.centreId),
  ]);
  const byCode = new Map(shifts.map((shift) => [shift.code, shift]));
  return {
    from,
    to,
    items: entries.flatMap((entry) => {
      const shift = byCode.get(entry.shift_code);
      const site = sites.byId.get(entry.site_id);
      const zone = zones.byId.get(entry.zone_id ?? '');
      if (shift === undefined) return [];
      return [
        {
          day: entry.day,
          shift: toShift(shift),
          siteNameZh: site?.nameZh ?? '',
          siteNameEn: site?.nameEn ?? '',
          zoneNameZh: zone?.nameZh ?? '',
          zoneNameEn: zone?.nameEn ?? '',
          windowNumber: windows.byId.get(entry.window_id ?? '')?.number ?? null,
        },
      ];
    }),
  };
}
