import type { Db } from '#kernel/db/types.ts';

import { tables } from './repository.ts';
import type { LicenceRow } from './tables.ts';

/** First versions of licences that were taken over from elsewhere: their serials count in a range of their own. */
export function listTakenOver(db: Db, centreId: number): Promise<LicenceRow[]> {
  return tables(db)
    .selectFrom('licences.licence')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('edition', '=', 1)
    .where('serial', 'like', '________9%')
    .orderBy('licence_id')
    .execute();
}

/** The newest version of a licence by its kind and number. */
export function findByNumber(
  db: Db,
  centreId: number,
  kind: string,
  number: string,
): Promise<LicenceRow | undefined> {
  return tables(db)
    .selectFrom('licences.licence')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('kind_code', '=', kind)
    .where('number', '=', number)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst();
}
