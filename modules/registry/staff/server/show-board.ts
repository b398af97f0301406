import { authorise, may, reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import type { Directory, WindowRef } from '#modules/registry/organisation/index.ts';

import {
  type ListStationingQuery,
  permissions,
  type Stationing,
  type WindowStanding,
} from '../contract.ts';
import type { StaffDeps } from './deps.ts';
import { visibleTo, isVisible } from './reach.ts';
import { listLiveLeave, listStationingBetween, listStationingOf } from './repository-time.ts';
import { findPeople } from './repository.ts';
import { isAway } from './rules-roster.ts';
import { arrangementOn, standOf, windowsByPerson } from './rules-standing.ts';
import { loadSurroundings, toArrangement, toRef, toStationing } from './surroundings.ts';
import type { LeaveRow, PersonRow, StationingRow } from './tables.ts';

export const toAbsence = (row: LeaveRow) => ({
  personId: row.person_id,
  status: row.status,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
});

/** Who stands where on a day: everything that the pure rules need, and the people by id. */
export interface DayOfWindows {
  readonly day: Day;
  readonly directory: Directory;
  readonly rows: readonly StationingRow[];
  readonly people: ReadonlyMap<string, PersonRow>;
  readonly isAway: (personId: string) => boolean;
}

/** Reads the arrangements and absences of a day. */
export async function loadDay(
  deps: Pick<StaffDeps, 'organisation'>,
  db: Db,
  centreId: number,
  day: Day,
): Promise<DayOfWindows> {
  const [directory, rows, leave] = await Promise.all([
    deps.organisation.loadDirectory(db, centreId),
    listStationingBetween(db, centreId, day, day),
    listLiveLeave(db, centreId, day, day),
  ]);
  const ids = rows.flatMap((row) => [
    row.person_a_id,
    ...(row.person_b_id === null ? [] : [row.person_b_id]),
  ]);
  const found = await findPeople(db, centreId, [...new Set(ids)]);
  const people = new Map(found.map((row) => [row.person_id, row]));
  const absences = leave.map(toAbsence);
  return {
    day,
    directory,
    rows,
    people,
    isAway: (personId) => {
      const leftOn = people.get(personId)?.left_on ?? null;
      return isAway(absences, personId, day) || (leftOn !== null && leftOn < day);
    },
  };
}

/** Who stands at a window on the day. */
export function toWindowStanding(window: WindowRef, of: DayOfWindows): WindowStanding {
  const rows = of.rows.map(toArrangement);
  const arrangement = arrangementOn(rows, window.id, of.day);
  const { standing, personId } = standOf(arrangement, of.isAway);
  const row = of.rows.find((one) => one.stationing_id === arrangement?.id);
  const person = of.people.get(personId ?? '');
  const others =
    standing === 'b' && personId !== null
      ? (windowsByPerson(rows, of.day, of.isAway).get(personId) ?? [])
      : [];
  return {
    windowId: window.id,
    windowKey: window.key,
    windowNumber: window.number,
    windowNameZh: window.nameZh,
    windowNameEn: window.nameEn,
    zoneId: window.zoneId,
    standing,
    person: person === undefined ? null : toRef(person),
    stationing: row === undefined ? null : (toStationing(row, of.directory, of.people)[0] ?? null),
    isAAway: arrangement !== undefined && of.isAway(arrangement.personAId),
    isBAway: arrangement?.personBId != null && of.isAway(arrangement.personBId),
    alsoAt: others
      .filter((id) => id !== window.id)
      .flatMap((id) => of.directory.windows.byId.get(id)?.number ?? []),
  };
}

/** Every window of a site on a day. A department's people see the windows that its people hold. */
export async function showBoard(
  deps: StaffDeps,
  actor: Actor,
  query: { readonly siteId: string; readonly day?: string | undefined },
) {
  const reach = reachOf(actor, permissions.view.name);
  const { db } = deps.database;
  const day = query.day ?? (await todayOf(deps, db, actor.centreId));
  const of = await loadDay(deps, db, actor.centreId, day);
  orNotFound(of.directory.sites.byId.get(query.siteId));
  const calendar = await deps.organisation.loadOpening(db, actor.centreId, query, day);
  const seesSite = may(actor, permissions.view.name, { siteId: query.siteId });
  const windows = of.directory.windows.all
    .filter((window) => window.siteId === query.siteId)
    .map((window) => toWindowStanding(window, of))
    .filter(
      ({ stationing }) =>
        seesSite ||
        reach.departmentIds.includes(of.people.get(stationing?.a.id ?? '')?.department_id ?? ''),
    );
  return { day, isOpen: calendar.hoursOn(day).intervals.length > 0, windows };
}

/** Who stands at one window on a day. */
export async function whoStands(
  deps: StaffDeps,
  actor: Actor,
  windowId: string,
  asked: string | undefined,
): Promise<WindowStanding & { day: string }> {
  reachOf(actor, permissions.view.name);
  const { db } = deps.database;
  const day = asked ?? (await todayOf(deps, db, actor.centreId));
  const of = await loadDay(deps, db, actor.centreId, day);
  const window = orNotFound(of.directory.windows.byId.get(windowId));
  const shown = toWindowStanding(window, of);
  authorise(actor, permissions.view.name, {
    siteId: window.siteId,
    departmentId: of.people.get(shown.stationing?.a.id ?? '')?.department_id,
  });
  return { ...shown, day };
}

/** Arrangements of a window or of a person with their history, or all of a day. */
export async function listStationing(
  deps: StaffDeps,
  actor: Actor,
  query: ListStationingQuery,
): Promise<{ items: Stationing[] }> {
  reachOf(actor, permissions.view.name);
  const { db } = deps.database;
  const around = await loadSurroundings(deps, db, actor.centreId);
  const day = query.day ?? around.today;
  const rows =
    query.windowId === undefined && query.personId === undefined
      ? await listStationingBetween(db, actor.centreId, day, day)
      : await listStationingOf(db, actor.centreId, query);
  const ids = rows.flatMap((row) => [row.person_a_id, row.person_b_id ?? row.person_a_id]);
  const people = new Map(
    (await findPeople(db, actor.centreId, [...new Set(ids)])).map((row) => [row.person_id, row]),
  );
  const visible = visibleTo(actor, permissions.view, around);
  const shown = rows.filter((row) => {
    const a = people.get(row.person_a_id);
    return a !== undefined && isVisible(a, visible);
  });
  return { items: shown.flatMap((row) => toStationing(row, around.directory, people)) };
}
