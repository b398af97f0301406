import { sql } from 'kysely';

import { send } from '../../db/transaction.ts';
import type { Db, Tx } from '../../db/types.ts';
import type { AccessTables, PasskeyRow, RecoveryCodeRow, TotpFactorRow } from '../tables.ts';

const tables = (db: Db) => db.$extendTables<AccessTables>();

/** What decides how a sign-in goes on. */
export interface FactorFacts {
  readonly hasTotp: boolean;
  readonly passkeys: number;
  readonly recoveryCodes: number;
  /** Whether one of the roles held now asks for a second factor. */
  readonly isDemandedByRole: boolean;
}

export async function findFactorFacts(
  db: Db,
  centreId: number,
  accountId: string,
  now: Date,
): Promise<FactorFacts> {
  const { rows } = await sql<FactorFacts>`SELECT
    EXISTS (SELECT 1 FROM kernel.totp_factor WHERE centre_id = ${centreId} AND account_id = ${accountId}
      AND confirmed_at IS NOT NULL) AS "hasTotp",
    (SELECT count(*)::integer FROM kernel.passkey WHERE centre_id = ${centreId} AND account_id = ${accountId})
      AS passkeys,
    (SELECT count(*)::integer FROM kernel.recovery_code WHERE centre_id = ${centreId} AND account_id = ${accountId}
      AND used_at IS NULL) AS "recoveryCodes",
    EXISTS (SELECT 1 FROM kernel.role_grant g
      JOIN kernel.role r ON r.centre_id = g.centre_id AND r.role = g.role
      WHERE g.centre_id = ${centreId} AND g.account_id = ${accountId} AND r.demands_second_factor
        AND g.state = 'active' AND g.valid_from <= ${now} AND (g.valid_until IS NULL OR g.valid_until > ${now}))
      AS "isDemandedByRole"`.execute(db);
  const [facts] = rows;
  if (facts === undefined) throw new Error('A statement without a table gave no row.');
  return facts;
}

export function findTotp(
  db: Db,
  centreId: number,
  accountId: string,
): Promise<TotpFactorRow | undefined> {
  return tables(db)
    .selectFrom('kernel.totp_factor')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

/** Begins a code generator, in place of one that was begun before and never confirmed. */
export function replaceUnconfirmedTotp(tx: Tx, row: TotpFactorRow): void {
  const all = tables(tx);
  send(
    tx,
    all
      .deleteFrom('kernel.totp_factor')
      .where('centre_id', '=', row.centre_id)
      .where('account_id', '=', row.account_id)
      .where('confirmed_at', 'is', null),
    all.insertInto('kernel.totp_factor').values(row),
  );
}

/**
 * Uses up a time step, and confirms the generator with its first one. False when the step, or a later
 * one, was used before: a code works once, in whichever process it arrives.
 */
export async function useTotpStep(
  tx: Tx,
  row: Pick<TotpFactorRow, 'centre_id' | 'account_id'>,
  step: number,
  confirmedAt: Date,
): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('kernel.totp_factor')
    .set((eb) => ({
      last_step: step,
      confirmed_at: eb.fn.coalesce('confirmed_at', eb.val(confirmedAt)),
    }))
    .where('centre_id', '=', row.centre_id)
    .where('account_id', '=', row.account_id)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteTotp(tx: Tx, centreId: number, accountId: string): Promise<boolean> {
  const result = await tables(tx)
    .deleteFrom('kernel.totp_factor')
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Replaces all recovery codes of an account; an empty list removes them. */
export function replaceRecoveryCodes(
  tx: Tx,
  centreId: number,
  accountId: string,
  hashes: readonly string[],
): void {
  const all = tables(tx);
  send(
    tx,
    all
      .deleteFrom('kernel.recovery_code')
      .where('centre_id', '=', centreId)
      .where('account_id', '=', accountId),
  );
  if (hashes.length === 0) return;
  const rows: RecoveryCodeRow[] = hashes.map((code_hash) => ({
    centre_id: centreId,
    account_id: accountId,
    code_hash,
    used_at: null,
  }));
  send(tx, all.insertInto('kernel.recovery_code').values(rows));
}

/** Uses a recovery code up; false when there is no such unused code. */
export async function useRecoveryCode(
  tx: Tx,
  centreId: number,
  accountId: string,
  codeHash: string,
  now: Date,
): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('kernel.recovery_code')
    .set({ used_at: now })
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export function listPasskeys(db: Db, centreId: number, accountId: string): Promise<PasskeyRow[]> {
  return tables(db)
    .selectFrom('kernel.passkey')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .orderBy('passkey_id')
    .execute();
}

export function findPasskey(
  db: Db,
  centreId: number,
  credentialId: string,
): Promise<PasskeyRow | undefined> {
  return tables(db)
    .selectFrom('kernel.passkey')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();
}

export function insertPasskey(tx: Tx, row: PasskeyRow): void {
  send(tx, tables(tx).insertInto('kernel.passkey').values(row));
}

/**
 * Remembers a use. False when another use moved the counter meanwhile: the same answer of the
 * authenticator came twice.
 */
export async function usePasskey(
  tx: Tx,
  row: PasskeyRow,
  counter: bigint,
  now: Date,
): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('kernel.passkey')
    .set({ counter, last_used_at: now })
    .where('centre_id', '=', row.centre_id)
    .where('passkey_id', '=', row.passkey_id)
    .where('counter', '=', row.counter)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deletePasskeys(
  tx: Tx,
  centreId: number,
  accountId: string,
  passkeyId?: string,
): Promise<boolean> {
  const result = await tables(tx)
    .deleteFrom('kernel.passkey')
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .$if(passkeyId !== undefined, (query) => query.where('passkey_id', '=', passkeyId ?? ''))
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
