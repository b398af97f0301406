import type { Actor } from '#kernel/access/contract-actor.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { OrderAnswer } from '../contract.ts';
import type { CourierDeps } from './deps.ts';
import { moveParcel } from './move-parcel.ts';
import { adoptPushes } from './receive-push.ts';
import * as repository from './repository.ts';
import type { CarrierRow, ParcelRow } from './tables.ts';
import { openContact, openSecret } from './vault.ts';

export interface Placed {
  readonly row: ParcelRow;
  readonly answer: OrderAnswer;
}

/** The carrier that gets orders now: the first that is at work. */
export async function findCarrier(
  { database }: CourierDeps,
  centreId: number,
): Promise<CarrierRow | undefined> {
  const carriers = await repository.listCarriers(database.db, centreId);
  return carriers.find((one) => one.is_active);
}

/**
 * Asks the carrier outside of any transaction, by our number, so that a repeat after an unsure end gives the same parcel.
 * What it refuses is kept with the reason.
 */
export async function placeOrder(
  deps: CourierDeps,
  actor: Actor,
  found: ParcelRow,
  carrier: CarrierRow,
): Promise<Placed> {
  const answer = await deps.orderParcel(
    {
      code: carrier.code,
      endpoint: carrier.endpoint,
      secret: openSecret(deps.cipher, carrier),
    },
    {
      number: found.number,
      direction: found.direction,
      contact: orNotFound(openContact(deps.cipher, found)),
      contents: found.contents,
      pushTo: pushAddress(deps, carrier),
    },
  );
  const row = await deps.database.transaction(async (tx) => {
    const doing = { deps, tx, actor };
    const before = orNotFound(await repository.lockParcel(tx, actor.centreId, found.parcel_id));
    if (before.state !== 'waiting') return before;
    if (!answer.ok) return moveParcel(doing, before, { failure: answer.reason });
    const after = await moveParcel(doing, before, {
      state: 'ordered',
      carrier_id: carrier.carrier_id,
      tracking_no: answer.trackingNo,
      failure: '',
    });
    return adoptPushes(doing, after);
  });
  return { row, answer };
}

const pushAddress = ({ publicUrl }: CourierDeps, carrier: CarrierRow): string =>
  `${publicUrl}/api/v1/public/courier/${carrier.code}/pushes`;
