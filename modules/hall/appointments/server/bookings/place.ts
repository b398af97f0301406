import { centreDay } from '#kernel/centre/centre-day.ts';
import { atLocalMinute } from '#kernel/clock/local-day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems, type SlotRef } from '../../contract.ts';
import type { AppointmentsDeps } from '../deps.ts';
import { findGroup } from '../repository-groups.ts';
import * as repository from '../repository.ts';
import { mayStillBook, toMinute } from '../rules.ts';
import { readSettings } from '../settings.ts';
import { planBookable } from '../slots/plan-days.ts';
import type { BookingRow, GroupRow } from '../tables.ts';

/** Where and when a booking sits. */
export type Placed = Pick<
  BookingRow,
  | 'group_id'
  | 'site_id'
  | 'day'
  | 'from_minute'
  | 'to_minute'
  | 'starts_at'
  | 'ends_at'
  | 'place'
  | 'places'
>;

interface Wanted extends SlotRef {
  readonly centreId: number;
  readonly groupId: string;
  /** Whose limits count, and the booking that is being moved. */
  readonly personId: string;
  readonly but?: string;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Finds that the slot exists, is still open and within the limits of the person, and takes a place of it, held until the
 * transaction ends. Locks the person, then the slot: always in this order.
 */
export async function takePlace(deps: AppointmentsDeps, tx: Tx, wanted: Wanted): Promise<Placed> {
  const { centreId, groupId, day } = wanted;
  const [found, settings, centre] = await Promise.all([
    findGroup(tx, centreId, groupId),
    readSettings(tx, centreId),
    centreDay(deps, tx, centreId),
  ]);
  const group = requireOpen(orNotFound(found));
  const days = await planBookable(deps, tx, group, centre, settings);
  const from = toMinute(wanted.from);
  const slot = days.find((one) => one.day === day)?.slots.find((one) => one.from === from);
  if (slot === undefined || slot.places === 0) throw new ProblemError(problems.notASlot);
  const startsAt = atLocalMinute(day, slot.from, centre.zone);
  if (!mayStillBook(startsAt, centre.now, settings))
    throw new ProblemError(problems.tooLate, { minutes: settings.closesMinutesBefore });

  await repository.holdPerson(tx, centreId, wanted.personId);
  const held = await repository.countOfPerson(tx, centreId, {
    personId: wanted.personId,
    day,
    now: centre.now,
    but: wanted.but ?? NOBODY,
  });
  if (held.thatDay >= settings.perPersonDay)
    throw new ProblemError(problems.dayLimit, { count: settings.perPersonDay });
  if (held.open >= settings.openPerPerson)
    throw new ProblemError(problems.openLimit, { count: settings.openPerPerson });

  const key = { centreId, groupId, day, from: slot.from };
  const place = await repository.takePlace(tx, key, slot.places);
  if (place === undefined) throw new ProblemError(problems.slotFull);
  return {
    group_id: groupId,
    site_id: group.site_id,
    day,
    from_minute: slot.from,
    to_minute: slot.to,
    starts_at: startsAt,
    ends_at: atLocalMinute(day, slot.to, centre.zone),
    place,
    places: slot.places,
  };
}

function requireOpen(group: GroupRow): GroupRow {
  if (!group.is_open)
    throw new ProblemError(problems.groupClosed, { reason: group.closed_reason_zh });
  return group;
}
