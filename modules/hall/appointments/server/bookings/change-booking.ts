import type { Actor } from '#kernel/access/contract-actor.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type MoveInput, problems } from '../../contract.ts';
import type { Doing } from '../doing.ts';
import { tellOf } from '../events.ts';
import { tellHolder } from '../messages.ts';
import * as repository from '../repository.ts';
import { mayStillChange, toTime } from '../rules.ts';
import type { BookingRow } from '../tables.ts';
import type { Around } from '../view.ts';
import { takePlace } from './place.ts';

/** Whoever changes their own must do it in time; the staff may until the slot is over. */
function requireChangeable(row: BookingRow, actor: Actor, { settings, centre }: Around): void {
  if (row.state !== 'booked') throw new ProblemError(problems.notInState);
  if (actor.kind !== 'staff' && !mayStillChange(row.starts_at, centre.now, settings))
    throw new ProblemError(problems.cancelTooLate, { minutes: settings.changesMinutesBefore });
}

/** Moves a locked booking to another time of its group; it keeps its code, its QR and its address. */
export async function moveRow(
  doing: Doing,
  row: BookingRow,
  input: MoveInput,
  around: Around,
): Promise<BookingRow> {
  const { deps, tx, actor } = doing;
  requireVersion(row, input.version);
  requireChangeable(row, actor, around);
  const placed = await takePlace(deps, tx, {
    centreId: row.centre_id,
    groupId: row.group_id,
    day: input.day,
    from: input.from,
    personId: row.person_id,
    but: row.booking_id,
  });
  const after = {
    ...row,
    ...placed,
    moves: row.moves + 1,
    version: row.version + 1,
    updated_at: deps.clock.now(),
  };
  repository.updateBooking(tx, after);
  tellOf(doing, 'moved', after, {
    before: { day: row.day, from: toTime(row.from_minute) },
  });
  await tellHolder(doing, 'moved', after);
  return after;
}

/** Cancels a locked booking; its place is free with the commit. */
export async function cancelRow(
  doing: Doing,
  row: BookingRow,
  input: { readonly version: number; readonly reason: string },
  around: Around,
): Promise<BookingRow> {
  const { deps, tx, actor } = doing;
  requireVersion(row, input.version);
  requireChangeable(row, actor, around);
  const after: BookingRow = {
    ...row,
    state: 'cancelled',
    reason: input.reason,
    version: row.version + 1,
    updated_at: deps.clock.now(),
  };
  repository.updateBooking(tx, after);
  tellOf(doing, 'cancelled', after, { reason: input.reason });
  await tellHolder(doing, 'cancelled', after);
  return after;
}
