import { centreDay } from '#kernel/centre/centre-day.ts';
import { tell } from '#kernel/events/tell.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { EVENT_TYPE, events } from '../contract.ts';
import { move } from './act.ts';
import type { Doing } from './doing.ts';
import { tellFirm } from './messages.ts';
import type { SetRow } from './tables.ts';

/** Under this the contracts count a set: once, whatever is sent. */
export const keyOf = (setId: string): string => `seals.set/${setId}`;

/**
 * Signed for, at the window or at the door. The first signature counts the set for the metered contract; one that was made
 * again is not counted twice.
 */
export async function finishSet(
  doing: Doing,
  row: SetRow,
  act: 'hand-out' | 'sign',
  changes: Partial<SetRow>,
): Promise<SetRow> {
  const { deps, tx, actor } = doing;
  const [{ today, now }, calendar] = await Promise.all([
    centreDay(deps, tx, actor.centreId),
    deps.calendar.getCalendar(tx, actor.centreId),
  ]);
  const isFirst = row.first_signed_on === null;
  const days = Math.max(0, calendar.countWorkingDays(row.licensed_on, today));
  const after = move(doing, row, act, {
    changes: {
      ...changes,
      signed_at: now,
      ...(isFirst ? { first_signed_on: today, signed_days: days } : {}),
    },
  });
  await tellFirm(doing, 'signed', after);
  if (!isFirst) return after;
  const makerId = orNotFound(row.maker_id ?? undefined);
  tell(tx, deps.clock, actor, events.issued, {
    subject: { kind: 'seals.set', id: row.set_id },
    payload: { setId: row.set_id, number: row.number, makerId, day: today, days },
  });
  await deps.contracts.count(tx, actor, [
    { key: keyOf(row.set_id), eventType: EVENT_TYPE, day: today, quantity: 1 },
  ]);
  return after;
}
