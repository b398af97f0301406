import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import { atLocalMinute } from '#kernel/clock/local-day.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { PublicGroup, SlotDay, SlotState } from '../../contract.ts';
import type { AppointmentsDeps } from '../deps.ts';
import { stateOf } from '../groups/set-places.ts';
import { toPublicGroup } from '../groups/view.ts';
import * as groups from '../repository-groups.ts';
import { mayStillBook, toTime } from '../rules.ts';
import { readSettings } from '../settings.ts';
import { type DayPlan, planBookable, type SlotPlan } from './plan-days.ts';

/** Days and times of a group with the places that are left, for anybody. */
export async function listSlots(
  deps: AppointmentsDeps,
  actor: Actor,
  groupId: string,
): Promise<{ group: PublicGroup; days: SlotDay[] }> {
  const { db } = deps.database;
  const { centreId } = actor;
  const [found, centre, settings, directory] = await Promise.all([
    groups.findGroup(db, centreId, groupId),
    centreDay(deps, db, centreId),
    readSettings(db, centreId),
    deps.organisation.loadDirectory(db, centreId),
  ]);
  const group = orNotFound(found);
  const days = await planBookable(deps, db, group, centre, settings);
  const stateAt = (day: DayPlan, slot: SlotPlan): SlotState => {
    const startsAt = atLocalMinute(day.day, slot.from, centre.zone);
    return stateOf(slot, group.is_open, !mayStillBook(startsAt, centre.now, settings));
  };
  return {
    group: toPublicGroup(group, directory),
    days: days.map((day) => toSlotDay(day, (slot) => stateAt(day, slot))),
  };
}

function toSlotDay(day: DayPlan, stateAt: (slot: SlotPlan) => SlotState): SlotDay {
  return {
    day: day.day,
    weekday: day.weekday,
    reason: day.reason ?? null,
    slots: day.slots.map((slot) => ({
      from: toTime(slot.from),
      to: toTime(slot.to),
      places: slot.places,
      left: Math.max(0, slot.places - slot.booked),
      state: stateAt(slot),
    })),
  };
}
