import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import { addDays, type Day } from '#kernel/clock/day.ts';
import { atLocalMinute } from '#kernel/clock/local-day.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  events,
  type OverrideInput,
  permissions,
  type PlannedDay,
  problems,
  type SlotState,
} from '../../contract.ts';
import type { AppointmentsDeps } from '../deps.ts';
import * as repository from '../repository-groups.ts';
import { mayStillBook, toMinute, toTime } from '../rules.ts';
import { readSettings } from '../settings.ts';
import { loadHours, planSpan, type SlotPlan } from '../slots/plan-days.ts';
import type { OverrideRow } from '../tables.ts';

const DONE = { done: true } as const;

/** Sets the places of a slot or of a day apart from the rule. What is booked already stays booked. */
export async function setPlaces(
  deps: AppointmentsDeps,
  actor: Actor,
  groupId: string,
  input: OverrideInput,
  once: Once,
): Promise<typeof DONE> {
  return deps.database.transaction(async (tx) => {
    const group = orNotFound(await repository.lockGroup(tx, actor.centreId, groupId));
    authorise(actor, permissions.manage.name, { siteId: group.site_id });
    const { today } = await centreDay(deps, tx, actor.centreId);
    if (input.day < today) throw new ProblemError(problems.dayPassed);
    const key = {
      centre_id: actor.centreId,
      group_id: groupId,
      day: input.day,
      from_minute: input.from === null ? -1 : toMinute(input.from),
    };
    if (input.places === null) repository.removeOverride(tx, key);
    else
      repository.putOverride(tx, {
        ...key,
        places: input.places,
        reason_zh: input.reasonZh,
        reason_en: input.reasonEn,
      });
    tell(tx, deps.clock, actor, events.placesSet, {
      subject: { kind: 'appointments.group', id: groupId },
      payload: {
        groupId,
        siteId: group.site_id,
        day: input.day,
        from: input.from,
        places: input.places,
      },
      audit: { reason: input.reasonZh },
    });
    once.claim(tx, DONE);
    return DONE;
  });
}

/** What a slot is for those who would book it. */
export function stateOf(slot: SlotPlan, isOpen: boolean, isPast: boolean): SlotState {
  if (!isOpen || slot.places === 0) return 'closed';
  if (isPast) return 'past';
  return slot.booked >= slot.places ? 'full' : 'open';
}

const toOverride = (row: OverrideRow | undefined) =>
  row === undefined
    ? null
    : { places: row.places, reasonZh: row.reason_zh, reasonEn: row.reason_en };

/** The calendar of slots for those who manage them. */
export async function planSlots(
  deps: AppointmentsDeps,
  actor: Actor,
  groupId: string,
  query: { readonly from?: Day | undefined; readonly days: number },
): Promise<{ days: PlannedDay[] }> {
  const { db } = deps.database;
  const group = orNotFound(await repository.findGroup(db, actor.centreId, groupId));
  authorise(actor, permissions.view.name, { siteId: group.site_id });
  const [centre, settings] = await Promise.all([
    centreDay(deps, db, actor.centreId),
    readSettings(db, actor.centreId),
  ]);
  const from = query.from ?? centre.today;
  const hours = await loadHours(deps, db, group, from);
  const days = await planSpan(deps, db, group, hours, { from, to: addDays(from, query.days - 1) });
  return {
    days: days.map((day) => ({
      day: day.day,
      weekday: day.weekday,
      reason: day.reason ?? null,
      staffedWindows: day.staffedWindows,
      stranded: day.stranded,
      dayOverride: toOverride(day.dayOverride),
      slots: day.slots.map((slot) => {
        const startsAt = atLocalMinute(day.day, slot.from, centre.zone);
        const isPast = !mayStillBook(startsAt, centre.now, settings);
        return {
          from: toTime(slot.from),
          to: toTime(slot.to),
          places: slot.places,
          left: Math.max(0, slot.places - slot.booked),
          state: stateOf(slot, group.is_open, isPast),
          booked: slot.booked,
          arrived: slot.arrived,
          byRule: slot.byRule,
          override: toOverride(slot.override),
        };
      }),
    })),
  };
}
