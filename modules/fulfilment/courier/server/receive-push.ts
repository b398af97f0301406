import type { Actor } from '#kernel/access/contract-actor.ts';
import { systemActor } from '#kernel/access/system-actor.ts';
import { tell } from '#kernel/events/tell.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { events, problems, type Push, readPush } from '../contract.ts';
import type { CourierDeps, Doing } from './deps.ts';
import { endParcel, moveParcel } from './move-parcel.ts';
import * as repository from './repository.ts';
import { isSignedBy, pushFields } from './signature.ts';
import type { CarrierRow, ParcelRow } from './tables.ts';
import { openSecret } from './vault.ts';

type Result = 'moved' | 'kept' | 'known' | 'unknown-parcel';

/**
 * A carrier tells a status. Told twice it counts once; one that happened before what is known is kept and moves nothing; one
 * of a parcel that nobody knows is kept apart, where the desk sees it.
 */
export async function receivePush(
  deps: CourierDeps,
  asked: Actor,
  code: string,
  { signature, ...push }: Push & { readonly signature: string },
): Promise<{ result: Result }> {
  const { db } = deps.database;
  const carrier = await repository.findCarrierByCode(db, asked.centreId, code);
  const isRight =
    carrier !== undefined &&
    isSignedBy(openSecret(deps.cipher, carrier), pushFields(push), signature);
  if (!isRight) throw new ProblemError(problems.badSignature);
  return deps.database.transaction(async (tx) => {
    const actor = systemActor(asked.centreId, `courier.${code}`);
    return { result: await takePush({ deps, tx, actor }, carrier, push) };
  });
}

async function takePush(doing: Doing, carrier: CarrierRow, push: Push): Promise<Result> {
  const { deps, tx, actor } = doing;
  const at = new Date(push.at);
  const parcel = await repository.lockByTracking(
    tx,
    actor.centreId,
    carrier.carrier_id,
    push.trackingNo,
  );
  const reading =
    parcel === undefined
      ? undefined
      : readPush(
          { state: parcel.state, lastEventAt: parcel.last_event_at },
          { code: push.code, at },
        );
  const isNew = await repository.insertPush(tx, {
    centre_id: actor.centreId,
    carrier_id: carrier.carrier_id,
    event_id: push.eventId,
    parcel_id: parcel?.parcel_id ?? null,
    tracking_no: push.trackingNo,
    code: push.code,
    text: push.text,
    at,
    received_at: deps.clock.now(),
    is_applied: reading?.kind === 'move',
  });
  if (!isNew) return 'known';
  if (parcel === undefined) {
    tell(tx, deps.clock, actor, events.pushed, {
      subject: { kind: 'courier.carrier', id: carrier.carrier_id },
      payload: { carrierId: carrier.carrier_id, trackingNo: push.trackingNo },
    });
    return 'unknown-parcel';
  }
  if (reading?.kind !== 'move') return 'kept';
  await apply(doing, parcel, reading.to, at);
  return 'moved';
}

async function apply(
  doing: Doing,
  parcel: ParcelRow,
  to: ParcelRow['state'],
  at: Date,
): Promise<ParcelRow> {
  if (to === 'signed' || to === 'returned') return endParcel(doing, parcel, to, at);
  return moveParcel(doing, parcel, { state: to, last_event_at: at });
}

/** What a carrier told of a parcel before its answer to the order was known counts from now on, in the order in which it happened. */
export async function adoptPushes(doing: Doing, ordered: ParcelRow): Promise<ParcelRow> {
  const { tx, actor } = doing;
  const { carrier_id, tracking_no: trackingNo, parcel_id: parcelId } = ordered;
  if (carrier_id === null) return ordered;
  const of = { trackingNo, parcelId };
  let parcel = ordered;
  for (const push of await repository.adoptPushes(tx, actor.centreId, carrier_id, of)) {
    const reading = readPush({ state: parcel.state, lastEventAt: parcel.last_event_at }, push);
    if (reading.kind !== 'move') continue;
    repository.notePushApplied(tx, push);
    parcel = await apply(doing, parcel, reading.to, push.at);
  }
  return parcel;
}
