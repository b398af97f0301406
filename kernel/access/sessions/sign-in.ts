import { hashPassword, needsRehash, verifyPassword } from '../../crypto/password.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { findByLoginName, updateAccount } from '../accounts/repository.ts';
import { accessProblems } from '../contract-problems.ts';
import type { AccessDeps } from '../deps.ts';
import { findFactorFacts } from '../factors/repository.ts';
import { readSettings } from '../settings/repository.ts';
import { beginAttempt, clearAttempts, recordFailure } from './guard.ts';
import { openSession } from './open-session.ts';
import { isDemanded, stepAfter } from './pending.ts';
import type { Visit } from './visit.ts';

/**
 * Signs staff in with a password and gives the token of the new session, which may still need further
 * steps. A name that does not exist is answered like a wrong password, after the same time, and is locked
 * in the same way. Refuses with `access/wrong-credentials`, `access/temporarily-locked` or, after the
 * right password only, `access/account-disabled`.
 */
export async function signIn(
  deps: AccessDeps,
  visit: Visit,
  input: { readonly loginName: string; readonly password: string },
): Promise<string> {
  const { centreId } = visit.actor;
  const { db } = deps.database;
  const loginName = input.loginName.toLowerCase();
  const guardKey = deps.keys.guardKey('password', centreId, loginName);
  const [settings, account] = await Promise.all([
    readSettings(db, centreId),
    findByLoginName(db, centreId, loginName),
  ]);
  await beginAttempt(deps, visit, guardKey, settings, account?.account_id ?? null);
  const isRight = await verifyPassword(input.password, account?.password_hash ?? undefined);
  if (account === undefined || !isRight) {
    await recordFailure(
      deps,
      visit,
      account?.account_id ?? null,
      account ? 'wrong-password' : 'unknown-name',
    );
    throw new ProblemError(accessProblems.wrongCredentials);
  }
  if (account.status !== 'active') {
    await recordFailure(deps, visit, account.account_id, 'disabled');
    throw new ProblemError(accessProblems.accountDisabled);
  }
  const [factors, rehashed] = await Promise.all([
    findFactorFacts(db, centreId, account.account_id, deps.clock.now()),
    account.password_hash && needsRehash(account.password_hash)
      ? hashPassword(input.password)
      : undefined,
  ]);
  const isFactorDemanded = isDemanded(account, factors, settings);
  const step = stepAfter(deps, settings, { account, factors, isFactorDemanded }, {});
  return deps.database.transaction((tx) => {
    clearAttempts(tx, visit, guardKey);
    if (rehashed !== undefined)
      updateAccount(tx, centreId, account.account_id, { password_hash: rehashed });
    return Promise.resolve(
      openSession(deps, tx, visit, settings, { account, step, method: 'password' }).token,
    );
  });
}
