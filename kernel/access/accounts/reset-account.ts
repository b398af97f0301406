import type { Tx } from '../../db/types.ts';
import { tell } from '../../events/tell.ts';
import type { Once } from '../../http/idempotency.ts';
import { orNotFound } from '../../problems/or-not-found.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { authorise } from '../authorise.ts';
import type { Account, WithOneTimePassword } from '../contract-account.ts';
import type { Actor } from '../contract-actor.ts';
import { accessEvents } from '../contract-events.ts';
import { accessPermissions } from '../contract-permissions.ts';
import { accessProblems } from '../contract-problems.ts';
import type { AccessDeps } from '../deps.ts';
import { deletePasskeys, deleteTotp, replaceRecoveryCodes } from '../factors/repository.ts';
import { tellFactorRemoved } from '../factors/tell-factor.ts';
import { refuseSelf } from '../rules/separation.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { requireFreshProof } from '../sessions/give-proof.ts';
import { deleteGuard } from '../sessions/guard-repository.ts';
import type { AccountRow } from '../tables.ts';
import { readAccount } from './list-accounts.ts';
import { makeOneTimePassword } from './one-time-password.ts';
import { lockAccount, updateAccount } from './repository.ts';
import { guardKeysOf } from './view.ts';

/** Gives somebody a new one-time password, shown in this answer only; ends their sessions and lifts a lock. */
export async function resetPassword(
  deps: AccessDeps,
  actor: Actor,
  accountId: string,
  once: Once,
): Promise<WithOneTimePassword> {
  await checkReset(deps, actor, accountId);
  const { password, hash } = await makeOneTimePassword();
  return deps.database.transaction(async (tx) => {
    const before = await lockStaff(tx, actor, accountId);
    const now = deps.clock.now();
    updateAccount(tx, actor.centreId, accountId, {
      password_hash: hash,
      password_changed_at: now,
      must_change_password: true,
      version: before.version + 1,
      updated_at: now,
    });
    for (const key of guardKeysOf(deps, before)) deleteGuard(tx, actor.centreId, key);
    await endSessions(deps, tx, actor, accountId);
    tell(tx, deps.clock, actor, accessEvents.passwordReset, {
      subject: { kind: 'access.account', id: accountId },
      payload: { accountId },
    });
    const account = await readAccount(deps, actor, accountId, tx);
    once.claim(tx, { account, oneTimePassword: null });
    return { account, oneTimePassword: password };
  });
}

/** Removes all second factors of somebody who lost them; ends their sessions. */
export async function resetFactors(
  deps: AccessDeps,
  actor: Actor,
  accountId: string,
  reason: string,
): Promise<Account> {
  await checkReset(deps, actor, accountId);
  await deps.database.transaction(async (tx) => {
    await lockStaff(tx, actor, accountId);
    await deleteTotp(tx, actor.centreId, accountId);
    await deletePasskeys(tx, actor.centreId, accountId);
    replaceRecoveryCodes(tx, actor.centreId, accountId, []);
    await endSessions(deps, tx, actor, accountId);
    tellFactorRemoved(deps, tx, actor, { accountId, factor: 'all', reason });
  });
  return readAccount(deps, actor, accountId);
}

/** Lets somebody sign in again before the lock ends. */
export async function unlockAccount(
  deps: AccessDeps,
  actor: Actor,
  accountId: string,
): Promise<Account> {
  authorise(actor, accessPermissions.manageAccounts.name);
  refuseSelf(actor.id, accountId);
  await deps.database.transaction(async (tx) => {
    const account = orNotFound(await lockAccount(tx, actor.centreId, accountId));
    for (const key of guardKeysOf(deps, account)) deleteGuard(tx, actor.centreId, key);
    tell(tx, deps.clock, actor, accessEvents.accountUnlocked, {
      subject: { kind: 'access.account', id: accountId },
      payload: { accountId },
    });
  });
  return readAccount(deps, actor, accountId);
}

async function checkReset(deps: AccessDeps, actor: Actor, accountId: string): Promise<void> {
  authorise(actor, accessPermissions.manageAccounts.name);
  refuseSelf(actor.id, accountId);
  await requireFreshProof(deps, actor);
}

async function lockStaff(tx: Tx, actor: Actor, accountId: string): Promise<AccountRow> {
  const account = orNotFound(await lockAccount(tx, actor.centreId, accountId));
  if (account.kind !== 'staff') throw new ProblemError(accessProblems.notForKind);
  return account;
}
