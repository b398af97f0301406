import type { Db } from '#kernel/db/types.ts';

import { tables } from './repository.ts';
import type { SetRow } from './tables.ts';

const sets = (db: Db, centreId: number) =>
  tables(db).selectFrom('seals.seal_set').selectAll().where('centre_id', '=', centreId);

export function listByIds(db: Db, centreId: number, ids: readonly string[]): Promise<SetRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return sets(db, centreId)
    .where('set_id', 'in', [...ids])
    .execute();
}

export function findByNumber(
  db: Db,
  centreId: number,
  number: string,
): Promise<SetRow | undefined> {
  return sets(db, centreId).where('number', '=', number).executeTakeFirst();
}

/** Sets that a case led to. */
export function listOfCase(db: Db, centreId: number, caseNo: string): Promise<SetRow[]> {
  return sets(db, centreId).where('case_no', '=', caseNo).orderBy('created_at').execute();
}
