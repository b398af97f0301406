import type { Db } from '#kernel/db/types.ts';

import type { HandOver, OwnParcel, Parcel, ParcelInFull } from '../contract.ts';
import type { CourierDeps } from './deps.ts';
import * as repository from './repository.ts';
import type { CarrierRow, HandOverRow, ParcelRow, PushRow } from './tables.ts';

export interface Around {
  readonly carriers: ReadonlyMap<string, CarrierRow>;
  readonly handOvers: ReadonlyMap<string, string>;
}

export async function loadAround(db: Db, centreId: number): Promise<Around> {
  const [carriers, handOvers] = await Promise.all([
    repository.listCarriers(db, centreId),
    repository.listHandOvers(db, centreId),
  ]);
  return {
    carriers: new Map(carriers.map((row) => [row.carrier_id, row])),
    handOvers: new Map(handOvers.map((row) => [row.hand_over_id, row.number])),
  };
}

export function toParcel(row: ParcelRow, { carriers, handOvers }: Around): Parcel {
  return {
    id: row.parcel_id,
    number: row.number,
    direction: row.direction,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    subjectNo: row.subject_no,
    contents: row.contents,
    hasOriginals: row.has_originals,
    weightGrams: row.weight_grams,
    recipient: row.recipient_shown,
    place: row.place_shown,
    state: row.state,
    trackingNo: row.tracking_no,
    carrierName: carriers.get(row.carrier_id ?? '')?.name ?? '',
    handOverNo: handOvers.get(row.hand_over_id ?? '') ?? '',
    failure: row.failure,
    createdAt: row.created_at.toISOString(),
    lastEventAt: row.last_event_at?.toISOString() ?? null,
    signedAt: row.signed_at?.toISOString() ?? null,
    version: row.version,
  };
}

const toLine = (row: PushRow) => ({
  at: row.at.toISOString(),
  code: row.code,
  text: row.text,
  isApplied: row.is_applied,
});

export async function toParcelInFull(
  _deps: CourierDeps,
  db: Db,
  row: ParcelRow,
): Promise<ParcelInFull> {
  const [around, pushes] = await Promise.all([
    loadAround(db, row.centre_id),
    repository.listPushes(db, row.centre_id, [row.parcel_id]),
  ]);
  return { ...toParcel(row, around), tracking: pushes.map(toLine) };
}

export function toOwnParcel(row: ParcelRow, around: Around, pushes: readonly PushRow[]): OwnParcel {
  const {
    subjectId: _subject,
    failure: _failure,
    handOverNo: _book,
    ...shown
  } = toParcel(row, around);
  return {
    ...shown,
    tracking: pushes
      .filter((push) => push.parcel_id === row.parcel_id && push.is_applied)
      .map((push) => ({ at: push.at.toISOString(), code: push.code, text: push.text })),
  };
}

export const toHandOver = (row: HandOverRow, carriers: readonly CarrierRow[]): HandOver => ({
  id: row.hand_over_id,
  number: row.number,
  carrierName: carriers.find((one) => one.carrier_id === row.carrier_id)?.name ?? '',
  courierName: row.courier_name,
  byName: row.by_name,
  at: row.at.toISOString(),
  parcels: row.parcels,
  hasSignature: row.signature_file_id !== null,
});
