import type { Db } from '../../db/types.ts';
import type { Account } from '../contract-account.ts';
import type { AccessDeps } from '../deps.ts';
import { listLocks } from '../sessions/guard-repository.ts';
import type { AccountRow } from '../tables.ts';
import type { AccountWithFactors } from './repository.ts';

/** Under which failures of the account are counted: its password and its second factor. */
export function guardKeysOf({ keys }: Pick<AccessDeps, 'keys'>, row: AccountRow): string[] {
  return [
    keys.guardKey('password', row.centre_id, row.login_name ?? row.account_id),
    keys.guardKey('factor', row.centre_id, row.account_id),
  ];
}

/** Rows as they are shown, with the locks that hold now. */
export async function toAccounts(
  deps: Pick<AccessDeps, 'keys' | 'clock'>,
  db: Db,
  centreId: number,
  rows: readonly AccountWithFactors[],
): Promise<Account[]> {
  const keys = rows.flatMap((row) => guardKeysOf(deps, row));
  const locks = await listLocks(db, centreId, keys, deps.clock.now());
  return rows.map((row) => {
    const until = guardKeysOf(deps, row).flatMap((key) => locks.get(key)?.getTime() ?? []);
    return toAccount(row, until.length === 0 ? null : new Date(Math.max(...until)));
  });
}

export function toAccount(row: AccountWithFactors, lockedUntil: Date | null): Account {
  return {
    id: row.account_id,
    kind: row.kind,
    loginName: row.login_name,
    displayName: row.display_name,
    status: row.status,
    locale: row.locale,
    hasPassword: row.password_hash !== null,
    mustChangePassword: row.must_change_password,
    demandsSecondFactor: row.demands_second_factor,
    lockedUntil: lockedUntil?.toISOString() ?? null,
    hasTotp: row.has_totp,
    passkeys: row.passkeys,
    lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
    isDemonstration: row.is_demonstration,
    createdAt: row.created_at.toISOString(),
    version: row.version,
  };
}
