import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type DayCancellation, events, permissions, problems } from '../../contract.ts';
import { cancelRow } from '../bookings/change-booking.ts';
import type { AppointmentsDeps } from '../deps.ts';
import { lockGroup, putOverride } from '../repository-groups.ts';
import { lockBookedOn } from '../repository-list.ts';
import { toMinute } from '../rules.ts';
import { loadAround } from '../view.ts';

/**
 * Closes a day of a group, or one slot of it, and cancels what is booked there: each holder is told in the same
 * transaction, so that nobody comes in vain and nobody is told of a day that stays open.
 */
export async function cancelDay(
  deps: AppointmentsDeps,
  actor: Actor,
  groupId: string,
  { day, from, reason }: DayCancellation,
  once: Once,
): Promise<{ cancelled: number }> {
  return deps.database.transaction(async (tx) => {
    const group = orNotFound(await lockGroup(tx, actor.centreId, groupId));
    authorise(actor, permissions.manage.name, { siteId: group.site_id });
    const around = await loadAround(deps, tx, actor.centreId);
    if (day < around.centre.today) throw new ProblemError(problems.dayPassed);
    const fromMinute = from === null ? undefined : toMinute(from);
    const place = { centre_id: actor.centreId, group_id: groupId, day };
    putOverride(tx, {
      ...place,
      from_minute: fromMinute ?? -1,
      places: 0,
      reason_zh: reason,
      reason_en: '',
    });
    const rows = await lockBookedOn(tx, actor.centreId, { groupId, day, fromMinute });
    for (const row of rows)
      await cancelRow({ deps, tx, actor }, row, { version: row.version, reason }, around);
    tell(tx, deps.clock, actor, events.placesSet, {
      subject: { kind: 'appointments.group', id: groupId },
      payload: { groupId, siteId: group.site_id, day, from, places: 0 },
      audit: { reason, cancelled: rows.length },
    });
    const answer = { cancelled: rows.length };
    once.claim(tx, answer);
    return answer;
  });
}
