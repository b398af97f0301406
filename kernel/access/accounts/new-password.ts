import { hashPassword, verifyPassword } from '../../crypto/password.ts';
import type { Tx } from '../../db/types.ts';
import type { Words } from '../../problems/contract.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import type { AccessSettings } from '../contract-entry.ts';
import { accessProblems } from '../contract-problems.ts';
import type { AccessDeps } from '../deps.ts';
import { findPasswordFaults } from '../rules/password-policy.ts';
import type { AccountRow } from '../tables.ts';
import {
  keepPasswordHash,
  listPasswordHashes,
  PASSWORDS_KEPT,
  updateAccount,
} from './repository.ts';

/**
 * The hash of a password that somebody chose, once it meets the rules and is none of their last ones.
 * Refuses with `access/password-refused`, every fault named. Takes a while; call it outside a transaction.
 */
export async function prepareNewPassword(
  deps: AccessDeps,
  account: AccountRow,
  password: string,
  settings: AccessSettings,
): Promise<string> {
  const faults = findPasswordFaults(password, {
    loginName: account.login_name,
    displayName: account.display_name,
    minLength: settings.passwordMinLength,
  });
  if (faults.length > 0) throw refusal(faults);
  if (await wasUsed(deps, account, password)) {
    throw refusal([
      {
        'zh-CN': `不能使用最近 ${PASSWORDS_KEPT} 次用过的密码。`,
        en: `It is one of your last ${PASSWORDS_KEPT} passwords; choose another.`,
      },
    ]);
  }
  return hashPassword(password);
}

async function wasUsed(deps: AccessDeps, account: AccountRow, password: string): Promise<boolean> {
  const older = await listPasswordHashes(deps.database.db, account.centre_id, account.account_id);
  const current = account.password_hash === null ? [] : [account.password_hash];
  for (const hash of new Set([...current, ...older])) {
    if (await verifyPassword(password, hash)) return true;
  }
  return false;
}

function refusal(faults: readonly Words[]): ProblemError {
  return new ProblemError(
    accessProblems.passwordRefused,
    {},
    { faults: faults.map((reason) => ({ path: 'body.newPassword', reason })) },
  );
}

/** Writes a password that its owner chose. */
export function storeNewPassword(
  deps: AccessDeps,
  tx: Tx,
  account: AccountRow,
  hash: string,
): void {
  const now = deps.clock.now();
  updateAccount(tx, account.centre_id, account.account_id, {
    password_hash: hash,
    password_changed_at: now,
    must_change_password: false,
    updated_at: now,
  });
  keepPasswordHash(tx, {
    centre_id: account.centre_id,
    account_id: account.account_id,
    changed_at: now,
    password_hash: hash,
  });
}
