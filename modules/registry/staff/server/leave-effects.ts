import { addDays, type Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';

import type { LeaveEffects, WindowGap } from '../contract.ts';
import type { StaffDeps } from './deps.ts';
import { listLiveLeave, listRoster, listStationingBetween } from './repository-time.ts';
import { findPeople } from './repository.ts';
import { isAway } from './rules-roster.ts';
import { standOf } from './rules-standing.ts';
import { holdsOn } from './rules-stationing.ts';
import { toAbsence } from './show-board.ts';
import { toArrangement, toRef } from './surroundings.ts';
import type { LeaveRow } from './tables.ts';

/** Days of a leave that are looked at; a longer one is planned anew before it is over. */
const DAYS_SHOWN = 62;

/** What a leave means if it holds: who covers which window on which open day, and which shifts it meets. */
export async function findEffects(
  deps: StaffDeps,
  db: Db,
  centreId: number,
  leave: LeaveRow,
): Promise<LeaveEffects> {
  const { starts_on: from, person_id: personId } = leave;
  const last = addDays(from, DAYS_SHOWN - 1);
  const to = leave.ends_on < last ? leave.ends_on : last;
  const [directory, stationing, others, entries] = await Promise.all([
    deps.organisation.loadDirectory(db, centreId),
    listStationingBetween(db, centreId, from, to),
    listLiveLeave(db, centreId, from, to),
    listRoster(db, centreId, { from, to: leave.ends_on, personIds: [personId] }),
  ]);
  const own = stationing
    .map(toArrangement)
    .filter((row) => row.personAId === personId || row.personBId === personId);
  const people = await findPeople(db, centreId, [
    ...new Set(own.flatMap((row) => (row.personBId === null ? [] : [row.personBId]))),
  ]);
  const refs = new Map(people.map((person) => [person.person_id, toRef(person)]));
  const absences = others.map(toAbsence);
  const windows: WindowGap[] = [];
  for (const arrangement of own) {
    const window = directory.windows.byId.get(arrangement.windowId);
    if (window === undefined) continue;
    const calendar = await deps.organisation.loadOpening(db, centreId, window, from);
    for (const day of eachDay(from, to)) {
      if (!holdsOn(arrangement, day) || calendar.hoursOn(day).intervals.length === 0) continue;
      const stand = standOf(arrangement, (id) => id === personId || isAway(absences, id, day));
      if (stand.standing === 'a') continue;
      windows.push({
        day,
        windowId: window.id,
        windowNumber: window.number,
        standing: stand.standing,
        coveredBy: refs.get(stand.personId ?? '') ?? null,
      });
    }
  }
  return {
    windows: windows.toSorted(
      (a, b) => a.day.localeCompare(b.day) || a.windowNumber - b.windowNumber,
    ),
    shifts: entries.map((entry) => ({ day: entry.day, shiftCode: entry.shift_code })),
  };
}

function* eachDay(from: Day, to: Day): Generator<Day> {
  for (let day = from; day <= to; day = addDays(day, 1)) yield day;
}
