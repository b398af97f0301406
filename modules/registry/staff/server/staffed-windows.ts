import { addDays, type Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';

import { listLiveLeave, listStationingBetween } from './repository-time.ts';
import { findPeople } from './repository.ts';
import { isAway } from './rules-roster.ts';
import { standOf } from './rules-standing.ts';
import { holdsOn } from './rules-stationing.ts';
import { toAbsence } from './show-board.ts';
import { toArrangement } from './surroundings.ts';

/** The windows at which somebody stands, for each day of a span, by arrangements and leave as they are known now. */
export async function listStaffedWindows(
  db: Db,
  centreId: number,
  span: { readonly from: Day; readonly to: Day },
): Promise<ReadonlyMap<Day, ReadonlySet<string>>> {
  const [rows, leave] = await Promise.all([
    listStationingBetween(db, centreId, span.from, span.to),
    listLiveLeave(db, centreId, span.from, span.to),
  ]);
  const ids = rows.flatMap((row) => [row.person_a_id, row.person_b_id ?? []].flat());
  const people = await findPeople(db, centreId, [...new Set(ids)]);
  const leftOn = new Map(people.map((row) => [row.person_id, row.left_on]));
  const absences = leave.map(toAbsence);
  const arrangements = rows.map(toArrangement);
  const staffed = new Map<Day, ReadonlySet<string>>();
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
    const isAwayOn = (personId: string): boolean => {
      const left = leftOn.get(personId) ?? null;
      return isAway(absences, personId, day) || (left !== null && left < day);
    };
    const windows = arrangements
      .filter((row) => holdsOn(row, day) && standOf(row, isAwayOn).personId !== null)
      .map((row) => row.windowId);
    staffed.set(day, new Set(windows));
  }
  return staffed;
}
