import { sql } from 'kysely';

import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { prepared, preparedOne } from '#kernel/db/prepared.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { ListPartiesQuery } from '../contract.ts';
import type {
  ContactRow,
  HistoryRow,
  IdentifierRow,
  MandateRow,
  PartiesTables,
  PartyRow,
  SettingRow,
  SignInRow,
  VerificationRow,
} from './tables.ts';

const tables = (db: Db) => db.$extendTables<PartiesTables>();
const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

export interface PartyFilter extends Omit<ListPartiesQuery, 'cursor'> {
  readonly cursor: Cursor | undefined;
}

function partiesWhere(db: Db, centreId: number, filter: Omit<PartyFilter, 'limit' | 'cursor'>) {
  const { kind, verification } = filter;
  return tables(db)
    .selectFrom('parties.party')
    .where('centre_id', '=', centreId)
    .where('status', '=', 'active')
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'person'))
    .$if(verification !== undefined, (query) =>
      query.where('verification', '=', verification ?? 'none'),
    );
}

/** Live parties, the newest first. */
export function listParties(db: Db, centreId: number, filter: PartyFilter): Promise<PartyRow[]> {
  return partiesWhere(db, centreId, filter)
    .selectAll()
    .where(afterCursor(filter.cursor, ['party_id'], 'desc'))
    .orderBy('party_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

export async function countParties(
  db: Db,
  centreId: number,
  filter: Omit<PartyFilter, 'limit' | 'cursor'>,
): Promise<number> {
  const { count } = await partiesWhere(db, centreId, filter)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export const findParty = preparedOne((db: Db, centreId: number, partyId: string) =>
  tables(db)
    .selectFrom('parties.party')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('party_id', '=', partyId),
);

/** Parties by id, merged and erased ones included. */
export function findParties(
  db: Db,
  centreId: number,
  partyIds: readonly string[],
): Promise<PartyRow[]> {
  if (partyIds.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('parties.party')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where((eb) => eb('party_id', '=', anyOf(partyIds)))
    .execute();
}

/** Parties kept from others until the transaction ends; always in the order of their ids, so that two merges cannot deadlock. */
export async function lockParties(
  tx: Tx,
  centreId: number,
  partyIds: readonly string[],
): Promise<Map<string, PartyRow>> {
  const rows = await tables(tx)
    .selectFrom('parties.party')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where((eb) => eb('party_id', '=', anyOf(partyIds)))
    .orderBy('party_id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.party_id, row]));
}

/** Parties by the numbers that people know them by, whatever their state. */
export function findByPartyNos(
  db: Db,
  centreId: number,
  partyNos: readonly string[],
): Promise<PartyRow[]> {
  return tables(db)
    .selectFrom('parties.party')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where((eb) => eb('party_no', '=', sql<string>`any(${[...partyNos]}::text[])`))
    .execute();
}

/** Every live party, for a sheet. */
export function allParties(db: Db, centreId: number): Promise<PartyRow[]> {
  return tables(db)
    .selectFrom('parties.party')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('status', '=', 'active')
    .orderBy('party_no')
    .execute();
}

/** The records that were merged into this one, and those merged into them. */
export async function mergedInto(db: Db, centreId: number, partyId: string): Promise<string[]> {
  const found = await sql<{ party_id: string }>`WITH RECURSIVE below AS (
      SELECT party_id FROM parties.party WHERE centre_id = ${centreId} AND merged_into = ${partyId}
      UNION ALL
      SELECT p.party_id FROM parties.party p JOIN below b ON p.centre_id = ${centreId} AND p.merged_into = b.party_id)
    SELECT party_id FROM below`.execute(db);
  return found.rows.map((row) => row.party_id);
}

export interface Belongings {
  readonly identifiers: IdentifierRow[];
  readonly contacts: ContactRow[];
  readonly verifications: VerificationRow[];
}

const listIdentifiers = prepared((db: Db, centreId: number, partyIds: readonly string[]) =>
  tables(db)
    .selectFrom('parties.identifier')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where((eb) => eb('party_id', '=', sql<string>`any(${partyIds}::uuid[])`))
    .orderBy('added_at')
    .orderBy('identifier_id'),
);

const listContacts = prepared((db: Db, centreId: number, partyIds: readonly string[]) =>
  tables(db)
    .selectFrom('parties.contact')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where((eb) => eb('party_id', '=', sql<string>`any(${partyIds}::uuid[])`))
    .orderBy('added_at')
    .orderBy('contact_id'),
);

const listVerifications = prepared((db: Db, centreId: number, partyIds: readonly string[]) =>
  tables(db)
    .selectFrom('parties.verification')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where((eb) => eb('party_id', '=', sql<string>`any(${partyIds}::uuid[])`))
    .orderBy('at')
    .orderBy('verification_id'),
);

/** Identifiers, contacts and verifications of parties, each in the order in which they came. */
export async function findBelongings(
  db: Db,
  centreId: number,
  partyIds: readonly string[],
): Promise<Belongings> {
  if (partyIds.length === 0) return { identifiers: [], contacts: [], verifications: [] };
  const [known, verifications] = await Promise.all([
    findKnownBy(db, centreId, partyIds),
    listVerifications(db, centreId, partyIds),
  ]);
  return { ...known, verifications };
}

/** By what parties are known and reached: all that a masked line shows. */
export async function findKnownBy(
  db: Db,
  centreId: number,
  partyIds: readonly string[],
): Promise<Omit<Belongings, 'verifications'>> {
  if (partyIds.length === 0) return { identifiers: [], contacts: [] };
  const [identifiers, contacts] = await Promise.all([
    listIdentifiers(db, centreId, partyIds),
    listContacts(db, centreId, partyIds),
  ]);
  return { identifiers, contacts };
}

/** Mandates that one of the parties gave or has. */
export function findMandatesOf(
  db: Db,
  centreId: number,
  partyIds: readonly string[],
): Promise<MandateRow[]> {
  if (partyIds.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('parties.mandate')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where((eb) =>
      eb.or([
        eb('principal_id', '=', anyOf(partyIds)),
        eb('representative_id', '=', anyOf(partyIds)),
      ]),
    )
    .orderBy('valid_from', 'desc')
    .orderBy('mandate_id')
    .execute();
}

/** Every mandate that is not revoked, for a sheet. */
export function allMandates(db: Db, centreId: number): Promise<MandateRow[]> {
  return tables(db)
    .selectFrom('parties.mandate')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('revoked_at', 'is', null)
    .orderBy('mandate_id')
    .execute();
}

export function findMandate(
  db: Db,
  centreId: number,
  mandateId: string,
): Promise<MandateRow | undefined> {
  return tables(db)
    .selectFrom('parties.mandate')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('mandate_id', '=', mandateId)
    .executeTakeFirst();
}

export function findSignIns(
  db: Db,
  centreId: number,
  by: { readonly partyId: string } | { readonly indexes: readonly string[] },
): Promise<SignInRow[]> {
  const query = tables(db)
    .selectFrom('parties.sign_in')
    .selectAll()
    .where('centre_id', '=', centreId);
  return 'partyId' in by
    ? query.where('party_id', '=', by.partyId).execute()
    : query.where('subject_index', 'in', [...by.indexes]).execute();
}

export function insertHistory(tx: Tx, row: Omit<HistoryRow, 'detail'> & { detail: string }): void {
  send(tx, tables(tx).insertInto('parties.history').values(row));
}

/** What happened to the parties, the newest first. */
export function listHistory(
  db: Db,
  centreId: number,
  partyIds: readonly string[],
  page: { readonly limit: number; readonly cursor: Cursor | undefined },
) {
  return tables(db)
    .selectFrom('parties.history')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where((eb) => eb('party_id', '=', anyOf(partyIds)))
    .where(afterCursor(page.cursor, ['entry_id'], 'desc'))
    .orderBy('entry_id', 'desc')
    .limit(page.limit + 1)
    .execute();
}

export function findSetting(db: Db, centreId: number): Promise<SettingRow | undefined> {
  return tables(db)
    .selectFrom('parties.setting')
    .selectAll()
    .where('centre_id', '=', centreId)
    .executeTakeFirst();
}

/** Writes the setting, whether or not there was one. */
export function putSetting(tx: Tx, row: SettingRow): void {
  const { keep_years, basis, updated_at, version } = row;
  send(
    tx,
    tables(tx)
      .insertInto('parties.setting')
      .values(row)
      .onConflict((conflict) =>
        conflict.column('centre_id').doUpdateSet({ keep_years, basis, updated_at, version }),
      ),
  );
}

/** Takes away what names a person beyond the row itself. */
export function forgetPerson(tx: Tx, centreId: number, partyId: string): void {
  for (const table of [
    'parties.identifier',
    'parties.contact',
    'parties.name_token',
    'parties.sign_in',
  ] as const) {
    send(
      tx,
      tables(tx)
        .deleteFrom(table)
        .where('centre_id', '=', centreId)
        .where('party_id', '=', partyId),
    );
  }
}
