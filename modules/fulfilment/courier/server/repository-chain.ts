import type { Db } from '#kernel/db/types.ts';

import { tables } from './repository.ts';
import type { ParcelRow } from './tables.ts';

const parcels = (db: Db, centreId: number) =>
  tables(db).selectFrom('courier.parcel').selectAll().where('centre_id', '=', centreId);

export function listByIds(db: Db, centreId: number, ids: readonly string[]): Promise<ParcelRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return parcels(db, centreId)
    .where('parcel_id', 'in', [...ids])
    .execute();
}

export function listOfSubjects(
  db: Db,
  centreId: number,
  subjectIds: readonly string[],
): Promise<ParcelRow[]> {
  if (subjectIds.length === 0) return Promise.resolve([]);
  return parcels(db, centreId)
    .where('subject_id', 'in', [...subjectIds])
    .orderBy('created_at')
    .execute();
}
