import { centreDay } from '#kernel/centre/centre-day.ts';
import { localDay } from '#kernel/clock/local-day.ts';

import { EVENT_TYPE } from '../contract.ts';
import type { Doing } from './deps.ts';
import { parcelEnded, parcelMoved } from './events.ts';
import { tellParty } from './messages.ts';
import * as repository from './repository.ts';
import type { ParcelRow } from './tables.ts';

/** Under this the contracts count a parcel: once, whatever is sent. */
export const keyOf = (parcelId: string): string => `courier.parcel/${parcelId}`;

/** The parcel goes on: its row, the event and, where it ends, what hangs on it. */
export async function moveParcel(
  doing: Doing,
  before: ParcelRow,
  changes: Partial<ParcelRow>,
  audit: Readonly<Record<string, unknown>> = {},
): Promise<ParcelRow> {
  const { deps, tx } = doing;
  const after: ParcelRow = {
    ...before,
    ...changes,
    version: before.version + 1,
    updated_at: deps.clock.now(),
  };
  repository.updateParcel(tx, after);
  parcelMoved(doing, after, audit);
  return after;
}

/** Signed for, or back at the centre. A set of seals follows in the same transaction; a case by its own listener. */
export async function endParcel(
  doing: Doing,
  before: ParcelRow,
  end: 'signed' | 'returned',
  at: Date,
): Promise<ParcelRow> {
  const { deps, tx, actor } = doing;
  const { today, zone } = await centreDay(deps, tx, actor.centreId);
  // By the carrier's own record, as its bill will have it; a clock that is ahead does not reach into tomorrow.
  const signedOn = [localDay(at, zone), today].toSorted()[0] ?? today;
  const after = await moveParcel(doing, before, {
    state: end,
    last_event_at: at,
    ended_on: today,
    ...(end === 'signed' ? { signed_at: at, signed_on: signedOn } : {}),
  });
  parcelEnded(doing, after, today);
  if (after.subject_kind === 'seals.set') {
    if (end === 'signed') await deps.seals.signByCourier(tx, actor, after.subject_id);
    else await deps.seals.takeBack(tx, actor, after.subject_id, after.tracking_no);
  }
  if (end === 'signed') {
    // Free of charge to whoever gets it; the centre pays for each that arrived.
    await deps.contracts.count(tx, actor, [
      { key: keyOf(after.parcel_id), eventType: EVENT_TYPE, day: signedOn, quantity: 1 },
    ]);
  }
  await tellParty(doing, end, after);
  return after;
}
