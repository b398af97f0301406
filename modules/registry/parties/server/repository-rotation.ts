import { sql } from 'kysely';

import type { Tx } from '#kernel/db/types.ts';

import type { ContactRow, IdentifierRow, PartiesTables, PartyRow, SignInRow } from './tables.ts';

const tables = (tx: Tx) => tx.$extendTables<PartiesTables>();

const notUnder = (column: string, prefix: string) =>
  sql<boolean>`${sql.ref(column)} IS NOT NULL AND left(${sql.ref(column)}, ${prefix.length}::integer) <> ${prefix}`;

/** Rows sealed or indexed under another key than the current one, kept from others; none when all is done. */
export function lockStaleParties(
  tx: Tx,
  centreId: number,
  prefix: string,
  limit: number,
): Promise<PartyRow[]> {
  return tables(tx)
    .selectFrom('parties.party')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where((eb) =>
      eb.or([
        notUnder('name_sealed', prefix),
        notUnder('details_sealed', prefix),
        notUnder('name_index', prefix),
      ]),
    )
    .orderBy('party_id')
    .limit(limit)
    .forUpdate()
    .execute();
}

export function lockStaleIdentifiers(
  tx: Tx,
  centreId: number,
  prefix: string,
  limit: number,
): Promise<IdentifierRow[]> {
  return tables(tx)
    .selectFrom('parties.identifier')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where((eb) => eb.or([notUnder('number_sealed', prefix), notUnder('number_index', prefix)]))
    .orderBy('identifier_id')
    .limit(limit)
    .forUpdate()
    .execute();
}

export function lockStaleContacts(
  tx: Tx,
  centreId: number,
  prefix: string,
  limit: number,
): Promise<ContactRow[]> {
  return tables(tx)
    .selectFrom('parties.contact')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where((eb) => eb.or([notUnder('value_sealed', prefix), notUnder('value_index', prefix)]))
    .orderBy('contact_id')
    .limit(limit)
    .forUpdate()
    .execute();
}

export function lockStaleSignIns(
  tx: Tx,
  centreId: number,
  prefix: string,
  limit: number,
): Promise<SignInRow[]> {
  return tables(tx)
    .selectFrom('parties.sign_in')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where((eb) => eb.or([notUnder('subject_sealed', prefix), notUnder('subject_index', prefix)]))
    .orderBy('sign_in_id')
    .limit(limit)
    .forUpdate()
    .execute();
}
