import { sql } from 'kysely';

import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type {
  ContactRow,
  IdentifierRow,
  MandateRow,
  NameTokenRow,
  PartiesTables,
  PartyRow,
  SignInRow,
  VerificationRow,
} from './tables.ts';

/** Tables whose rows are written whole, and the id beside `centre_id` in their key. */
const ID_COLUMNS = {
  'parties.party': 'party_id',
  'parties.identifier': 'identifier_id',
  'parties.contact': 'contact_id',
  'parties.verification': 'verification_id',
  'parties.mandate': 'mandate_id',
  'parties.sign_in': 'sign_in_id',
} as const;

export type RowTable = keyof typeof ID_COLUMNS;
interface Rows {
  'parties.party': PartyRow;
  'parties.identifier': IdentifierRow;
  'parties.contact': ContactRow;
  'parties.verification': VerificationRow;
  'parties.mandate': MandateRow;
  'parties.sign_in': SignInRow;
}

/** Adds rows in one statement, whatever their number; a key that is taken surfaces from the transaction. */
export function insertRows<T extends RowTable>(
  tx: Tx,
  table: T,
  rows: ReadonlyArray<Rows[T]>,
): void {
  if (rows.length === 0) return;
  const insert = sql`INSERT INTO ${sql.table(table)}
    SELECT * FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`;
  send(tx, { compile: () => insert.compile(tx) });
}

/** Writes rows that are there already, each found by its key, in one statement. */
export function updateRows<T extends RowTable>(
  tx: Tx,
  table: T,
  rows: ReadonlyArray<Rows[T]>,
): void {
  const [first] = rows;
  if (first === undefined) return;
  const id = ID_COLUMNS[table];
  const sets = Object.keys(first)
    .filter((column) => column !== 'centre_id' && column !== id)
    .map((column) => sql`${sql.ref(column)} = given.${sql.ref(column)}`);
  const update = sql`UPDATE ${sql.table(table)} AS kept SET ${sql.join(sets)}
    FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) AS given
    WHERE kept.centre_id = given.centre_id AND kept.${sql.ref(id)} = given.${sql.ref(id)}`;
  send(tx, { compile: () => update.compile(tx) });
}

export function deleteRows(
  tx: Tx,
  table: RowTable,
  centreId: number,
  ids: readonly string[],
): void {
  if (ids.length === 0) return;
  const remove = sql`DELETE FROM ${sql.table(table)}
    WHERE centre_id = ${centreId} AND ${sql.ref(ID_COLUMNS[table])} = any(${[...ids]}::uuid[])`;
  send(tx, { compile: () => remove.compile(tx) });
}

const tables = (db: Db) => db.$extendTables<PartiesTables>();

/** Makes these the tokens by which the parties are found, and no others. */
export function replaceNameTokens(
  tx: Tx,
  centreId: number,
  partyIds: readonly string[],
  tokens: ReadonlyArray<Pick<NameTokenRow, 'party_id' | 'token'>>,
): void {
  if (partyIds.length === 0) return;
  send(
    tx,
    tables(tx)
      .deleteFrom('parties.name_token')
      .where('centre_id', '=', centreId)
      .where((eb) => eb('party_id', '=', sql<string>`any(${[...partyIds]}::uuid[])`)),
  );
  const rows = JSON.stringify(tokens.map((token) => ({ centre_id: centreId, ...token })));
  const insert = sql`INSERT INTO parties.name_token
    SELECT * FROM jsonb_populate_recordset(NULL::parties.name_token, ${rows}::jsonb)`;
  if (tokens.length > 0) send(tx, { compile: () => insert.compile(tx) });
}
