import { sql } from 'kysely';

import { afterCursor, type Cursor } from '../../db/keyset.ts';
import { send } from '../../db/transaction.ts';
import type { Db, Tx } from '../../db/types.ts';
import type { ListAccountsQuery } from '../contract-account.ts';
import type { AccessTables, AccountRow, PasswordHistoryRow } from '../tables.ts';

const tables = (db: Db) => db.$extendTables<AccessTables>();

/** How many passwords back must not be used again. */
export const PASSWORDS_KEPT = 5;

export function findAccount(
  db: Db,
  centreId: number,
  accountId: string,
): Promise<AccountRow | undefined> {
  return tables(db)
    .selectFrom('kernel.account')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

/** The account, kept from others until the transaction ends. */
export function lockAccount(
  tx: Tx,
  centreId: number,
  accountId: string,
): Promise<AccountRow | undefined> {
  return tables(tx)
    .selectFrom('kernel.account')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
}

export function findByLoginName(
  db: Db,
  centreId: number,
  loginName: string,
): Promise<AccountRow | undefined> {
  return tables(db)
    .selectFrom('kernel.account')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('login_name', '=', loginName)
    .executeTakeFirst();
}

export function findBySubject(
  db: Db,
  centreId: number,
  kind: AccountRow['kind'],
  subject: string,
): Promise<AccountRow | undefined> {
  return tables(db)
    .selectFrom('kernel.account')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .executeTakeFirst();
}

export function insertAccount(tx: Tx, row: AccountRow): void {
  send(tx, tables(tx).insertInto('kernel.account').values(row));
}

export function updateAccount(
  tx: Tx,
  centreId: number,
  accountId: string,
  changes: Partial<Omit<AccountRow, 'centre_id' | 'account_id'>>,
): void {
  send(
    tx,
    tables(tx)
      .updateTable('kernel.account')
      .set(changes)
      .where('centre_id', '=', centreId)
      .where('account_id', '=', accountId),
  );
}

/** The last passwords, newest first. */
export async function listPasswordHashes(
  db: Db,
  centreId: number,
  accountId: string,
): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('kernel.password_history')
    .select('password_hash')
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .orderBy('changed_at', 'desc')
    .limit(PASSWORDS_KEPT)
    .execute();
  return rows.map((row) => row.password_hash);
}

/** Keeps the password in the history, and no more of them than the rule asks for. */
export function keepPasswordHash(tx: Tx, row: PasswordHistoryRow): void {
  const history = tables(tx);
  send(
    tx,
    history
      .insertInto('kernel.password_history')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['centre_id', 'account_id', 'changed_at'])
          .doUpdateSet({ password_hash: row.password_hash }),
      ),
    history
      .deleteFrom('kernel.password_history')
      .where('centre_id', '=', row.centre_id)
      .where('account_id', '=', row.account_id)
      .where('changed_at', 'not in', (eb) =>
        eb
          .selectFrom('kernel.password_history')
          .select('changed_at')
          .where('centre_id', '=', row.centre_id)
          .where('account_id', '=', row.account_id)
          .orderBy('changed_at', 'desc')
          .limit(PASSWORDS_KEPT),
      ),
  );
}

/** An account with what the list shows of its second factors. */
export interface AccountWithFactors extends AccountRow {
  readonly has_totp: boolean;
  readonly passkeys: number;
}

export interface AccountFilter extends Omit<ListAccountsQuery, 'cursor' | 'limit'> {
  readonly cursor: Cursor | undefined;
  readonly limit: number;
}

function accountsWhere(db: Db, centreId: number, filter: Omit<AccountFilter, 'cursor' | 'limit'>) {
  return tables(db)
    .selectFrom('kernel.account')
    .where('centre_id', '=', centreId)
    .where('kind', '=', filter.kind)
    .$if(filter.status !== undefined, (query) =>
      query.where('status', '=', filter.status ?? 'active'),
    )
    .$if(filter.role !== undefined, (query) =>
      query.where('account_id', 'in', (eb) =>
        eb
          .selectFrom('kernel.role_grant')
          .select('kernel.role_grant.account_id')
          .where('kernel.role_grant.centre_id', '=', centreId)
          .where('kernel.role_grant.role', '=', filter.role ?? ''),
      ),
    )
    .$if(filter.search !== undefined && filter.search !== '', (query) => {
      const pattern = `%${(filter.search ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
      return query.where((eb) =>
        eb.or([eb('display_name', 'ilike', pattern), eb('login_name', 'ilike', pattern)]),
      );
    });
}

const factorColumns = [
  sql<boolean>`EXISTS (SELECT 1 FROM kernel.totp_factor t WHERE t.centre_id = kernel.account.centre_id
    AND t.account_id = kernel.account.account_id AND t.confirmed_at IS NOT NULL)`.as('has_totp'),
  sql<number>`(SELECT count(*)::integer FROM kernel.passkey p WHERE p.centre_id = kernel.account.centre_id
    AND p.account_id = kernel.account.account_id)`.as('passkeys'),
] as const;

export function listAccounts(
  db: Db,
  centreId: number,
  filter: AccountFilter,
): Promise<AccountWithFactors[]> {
  return accountsWhere(db, centreId, filter)
    .selectAll('kernel.account')
    .select(factorColumns)
    .where(afterCursor(filter.cursor, ['display_name', 'account_id']))
    .orderBy('display_name')
    .orderBy('account_id')
    .limit(filter.limit + 1)
    .execute();
}

export async function countAccounts(
  db: Db,
  centreId: number,
  filter: Omit<AccountFilter, 'cursor' | 'limit'>,
): Promise<number> {
  const { count } = await accountsWhere(db, centreId, filter)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export function findAccountWithFactors(
  db: Db,
  centreId: number,
  accountId: string,
): Promise<AccountWithFactors | undefined> {
  return tables(db)
    .selectFrom('kernel.account')
    .selectAll('kernel.account')
    .select(factorColumns)
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

/** How many active accounts of a demonstration the centre has; production refuses to start with any. */
export async function countDemonstrationAccounts(db: Db, centreId: number): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('kernel.account')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .where('centre_id', '=', centreId)
    .where('is_demonstration', '=', true)
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow();
  return count;
}

export interface UnclaimedAccount {
  readonly account_id: string;
  readonly login_name: string;
  readonly display_name: string;
  readonly role: string;
  readonly role_zh: string;
  readonly role_en: string;
}

/** Demonstration accounts of the staff that nobody has made their own yet, each with the roles it holds. */
export function listUnclaimed(db: Db, centreId: number): Promise<UnclaimedAccount[]> {
  return tables(db)
    .selectFrom('kernel.account as account')
    .innerJoin('kernel.role_grant as gift', (join) =>
      join
        .onRef('gift.centre_id', '=', 'account.centre_id')
        .onRef('gift.account_id', '=', 'account.account_id'),
    )
    .innerJoin('kernel.role as role', (join) =>
      join.onRef('role.centre_id', '=', 'gift.centre_id').onRef('role.role', '=', 'gift.role'),
    )
    .select([
      'account.account_id',
      'account.login_name',
      'account.display_name',
      'role.role',
      'role.name_zh as role_zh',
      'role.name_en as role_en',
    ])
    .$narrowType<{ login_name: string }>()
    .where('account.centre_id', '=', centreId)
    .where('account.kind', '=', 'staff')
    .where('account.status', '=', 'active')
    .where('account.is_demonstration', '=', true)
    .where('account.login_name', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('account.password_hash', 'is', null),
        eb('account.must_change_password', '=', true),
      ]),
    )
    .orderBy('account.login_name')
    .execute();
}
