import { sql } from 'kysely';

import type { Day } from '#kernel/clock/day.ts';
import { preparedOne } from '#kernel/db/prepared.ts';
import type { Db } from '#kernel/db/types.ts';

import type { SubjectKind } from '../contract.ts';
import type { Card } from './card.ts';
import type { MattersTables } from './tables.ts';

const tables = (db: Db) => db.$extendTables<MattersTables>();

/** An edition that is in force on a day. */
export interface InForce {
  readonly matter_id: string;
  readonly edition_id: string;
  readonly kind: SubjectKind;
  readonly number: number;
  readonly valid_from: string;
  readonly valid_until: string | null;
}

/** Of each matter the edition in force on the day: of two that begin on one day, the later one. */
function inForce(db: Db, centreId: number, on: Day) {
  return tables(db)
    .selectFrom('matters.edition')
    .distinctOn('matter_id')
    .where('centre_id', '=', centreId)
    .where('state', 'in', ['published', 'withdrawn'])
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', on)]))
    .orderBy('matter_id')
    .orderBy('valid_from', 'desc')
    .orderBy('number', 'desc')
    .select([
      'matter_id',
      'edition_id',
      'kind',
      'number',
      sql<string>`valid_from`.as('valid_from'),
      'valid_until',
    ]);
}

export const findInForce: (
  db: Db,
  centreId: number,
  matterId: string,
  on: Day,
) => Promise<InForce | undefined> = preparedOne(
  (db: Db, centreId: number, matterId: string, on: Day) =>
    inForce(db, centreId, on).where('matter_id', '=', matterId),
);

export function listInForce(
  db: Db,
  centreId: number,
  on: Day,
): Promise<Array<InForce & { card: Card }>> {
  return inForce(db, centreId, on).select('card').execute();
}

/** The matters and bundles of these codes. */
export function listByCode(
  db: Db,
  centreId: number,
  codes: readonly string[],
): Promise<Array<{ matter_id: string; kind: SubjectKind; code: string }>> {
  return tables(db)
    .selectFrom('matters.matter')
    .select(['matter_id', 'kind', 'code'])
    .where('centre_id', '=', centreId)
    .where((eb) => eb('code', '=', sql<string>`any(${[...codes]}::text[])`))
    .execute();
}

/** How often something was published or withdrawn. */
export async function readPublicationCount(db: Db, centreId: number): Promise<bigint> {
  const row = await tables(db)
    .selectFrom('matters.publication_count')
    .select('count')
    .where('centre_id', '=', centreId)
    .executeTakeFirst();
  return row?.count ?? 0n;
}
