import { sql } from 'kysely';

import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import type { Db } from '#kernel/db/types.ts';

import type { PartiesTables, PartyRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<PartiesTables>();

/** Live parties that hold one of the numbers, or carry this number of the register itself. */
export function findByNumber(
  db: Db,
  centreId: number,
  indexes: readonly string[],
  partyNo?: string,
): Promise<PartyRow[]> {
  return tables(db)
    .selectFrom('parties.party')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('status', '=', 'active')
    .where((eb) =>
      eb.or([
        eb(
          'party_id',
          'in',
          eb
            .selectFrom('parties.identifier')
            .select('party_id')
            .where('centre_id', '=', centreId)
            .where('number_index', 'in', [...indexes]),
        ),
        ...(partyNo === undefined ? [] : [eb('party_no', '=', partyNo)]),
      ]),
    )
    .orderBy('party_id')
    .limit(20)
    .execute();
}

/** Live parties that are reached under the telephone now. */
export function findByPhone(
  db: Db,
  centreId: number,
  indexes: readonly string[],
): Promise<PartyRow[]> {
  return tables(db)
    .selectFrom('parties.party')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('status', '=', 'active')
    .where((eb) =>
      eb(
        'party_id',
        'in',
        eb
          .selectFrom('parties.contact')
          .select('party_id')
          .where('centre_id', '=', centreId)
          .where('value_index', 'in', [...indexes])
          .where('ended_at', 'is', null),
      ),
    )
    .orderBy('party_id')
    .limit(100)
    .execute();
}

export interface NameSearch {
  /** Blind tokens of persons; none when the text is too general for people. */
  readonly tokens: readonly string[];
  /** Part of a firm's name in lower case. */
  readonly firmPart: string;
  readonly cursor: Cursor | undefined;
  readonly limit: number;
}

/** Live persons by token and firms by a part of their name, in one order. */
export function findByName(db: Db, centreId: number, search: NameSearch): Promise<PartyRow[]> {
  return tables(db)
    .selectFrom('parties.party')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('status', '=', 'active')
    .where((eb) =>
      eb.or([
        sql<boolean>`position(${search.firmPart} in firm_search) > 0`,
        ...(search.tokens.length === 0
          ? []
          : [
              eb(
                'party_id',
                'in',
                eb
                  .selectFrom('parties.name_token')
                  .select('party_id')
                  .where('centre_id', '=', centreId)
                  .where('token', 'in', [...search.tokens]),
              ),
            ]),
      ]),
    )
    .where(afterCursor(search.cursor, ['party_id']))
    .orderBy('party_id')
    .limit(search.limit + 1)
    .execute();
}

/** Who holds one of the numbers of that kind, whatever the state of the record. */
export function findHolders(
  db: Db,
  centreId: number,
  indexes: readonly string[],
): Promise<
  Array<{ readonly party_id: string; readonly kind: string; readonly number_index: string }>
> {
  if (indexes.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('parties.identifier')
    .select(['party_id', 'kind', 'number_index'])
    .where('centre_id', '=', centreId)
    .where('number_index', 'in', [...indexes])
    .execute();
}

export interface Candidate {
  readonly one_id: string;
  readonly other_id: string;
  readonly by_number: boolean;
  readonly by_name: boolean;
  readonly by_phone: boolean;
}

/**
 * Pairs of live records with one number, or with one name and (for persons) one telephone, that nobody has
 * told apart yet; the surest first.
 */
export async function findCandidates(
  db: Db,
  centreId: number,
  limit: number,
): Promise<Candidate[]> {
  const found = await sql<Candidate>`
    WITH live AS (
      SELECT party_id, kind, name_index FROM parties.party WHERE centre_id = ${centreId} AND status = 'active'
    ), number AS (
      SELECT i.party_id AS one_id, j.party_id AS other_id
      FROM parties.identifier i JOIN parties.identifier j
        ON j.centre_id = ${centreId} AND j.number_index = i.number_index AND i.party_id < j.party_id
      WHERE i.centre_id = ${centreId}
    ), name AS (
      SELECT a.party_id AS one_id, b.party_id AS other_id, a.kind
      FROM live a JOIN live b ON a.name_index = b.name_index AND a.kind = b.kind AND a.party_id < b.party_id
    ), phone AS (
      SELECT DISTINCT n.one_id, n.other_id
      FROM name n
        JOIN parties.contact c ON c.centre_id = ${centreId} AND c.party_id = n.one_id
          AND c.ended_at IS NULL AND c.value_index IS NOT NULL
        JOIN parties.contact d ON d.centre_id = ${centreId} AND d.party_id = n.other_id
          AND d.ended_at IS NULL AND d.value_index = c.value_index
    ), pair AS (
      SELECT one_id, other_id FROM number
      UNION SELECT one_id, other_id FROM phone
      UNION SELECT one_id, other_id FROM name WHERE kind = 'organisation'
    )
    SELECT p.one_id, p.other_id,
      EXISTS (SELECT FROM number x WHERE x.one_id = p.one_id AND x.other_id = p.other_id) AS by_number,
      EXISTS (SELECT FROM name x WHERE x.one_id = p.one_id AND x.other_id = p.other_id) AS by_name,
      EXISTS (SELECT FROM phone x WHERE x.one_id = p.one_id AND x.other_id = p.other_id) AS by_phone
    FROM pair p
      JOIN live a ON a.party_id = p.one_id
      JOIN live b ON b.party_id = p.other_id
    WHERE NOT EXISTS (SELECT FROM parties.not_duplicate d
      WHERE d.centre_id = ${centreId} AND d.one_id = p.one_id AND d.other_id = p.other_id)
    ORDER BY by_number DESC, by_phone DESC, p.one_id, p.other_id
    LIMIT ${limit}`.execute(db);
  return found.rows;
}
