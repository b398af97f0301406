import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';

import type { Direction, ParcelState, SubjectKind } from '../contract.ts';
import { keyOf } from './move-parcel.ts';
import * as repository from './repository-chain.ts';
import type { ParcelRow } from './tables.ts';

/** A parcel as other modules know it: nobody's name and address. */
export interface ParcelRef {
  readonly id: string;
  readonly number: string;
  readonly trackingNo: string;
  readonly direction: Direction;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly subjectNo: string;
  readonly contents: string;
  readonly state: ParcelState;
  readonly signedOn: Day | null;
}

/** What other modules may ask about parcels; none of it asks a permission. */
export interface CourierApi {
  listParcels(db: Db, centreId: number, ids: readonly string[]): Promise<ParcelRef[]>;
  /** Parcels for some cases or sets. */
  listOfSubjects(db: Db, centreId: number, subjectIds: readonly string[]): Promise<ParcelRef[]>;
  /** Under this the contracts count a parcel. */
  readonly keyOf: (parcelId: string) => string;
}

const toRef = (row: ParcelRow): ParcelRef => ({
  id: row.parcel_id,
  number: row.number,
  trackingNo: row.tracking_no,
  direction: row.direction,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  subjectNo: row.subject_no,
  contents: row.contents,
  state: row.state,
  signedOn: row.signed_on,
});

export const courierApi: CourierApi = {
  listParcels: async (db, centreId, ids) =>
    (await repository.listByIds(db, centreId, ids)).map(toRef),
  listOfSubjects: async (db, centreId, subjectIds) =>
    (await repository.listOfSubjects(db, centreId, subjectIds)).map(toRef),
  keyOf,
};
