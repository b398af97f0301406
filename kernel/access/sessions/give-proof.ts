import { verifyPassword } from '../../crypto/password.ts';
import type { Tx } from '../../db/types.ts';
import { tell } from '../../events/tell.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import type { Actor } from '../contract-actor.ts';
import type { AccessSettings } from '../contract-entry.ts';
import { accessEvents } from '../contract-events.ts';
import { accessProblems } from '../contract-problems.ts';
import type { FreshProof } from '../contract-session.ts';
import type { AccessDeps } from '../deps.ts';
import { proveFactor } from '../factors/prove.ts';
import { isFactorProven } from '../rules/sign-in-step.ts';
import { readSettings } from '../settings/repository.ts';
import type { AccountRow, SessionRow } from '../tables.ts';
import { beginAttempt, clearAttempts, recordFailure } from './guard.ts';
import { moveSession } from './open-session.ts';
import { getSessionAt, getSignInFacts } from './pending.ts';
import { findSession, type Holder } from './repository.ts';
import { ownerActor, type Visit } from './visit.ts';

/**
 * Proves once more who is at the keyboard. Whoever has a second factor gives that; a password is enough
 * only for those who have none. The session gets a new token.
 */
export async function giveProof(
  deps: AccessDeps,
  visit: Visit,
  proof: FreshProof,
): Promise<string> {
  const session = await getSessionAt(deps, visit, 'complete');
  const settings = await readSettings(deps.database.db, session.centre_id);
  const { account, factors } = await getSignInFacts(deps, settings, session);
  if ('password' in proof) {
    if (factors.hasTotp || factors.passkeys > 0) throw new ProblemError(accessProblems.wrongCode);
    return provePassword(deps, { visit, account, settings }, proof.password, (tx) =>
      renew(deps, tx, visit, session, 'password'),
    );
  }
  return proveFactor(deps, { visit, owner: session, settings }, proof, (tx, method) =>
    renew(deps, tx, visit, session, method),
  );
}

function renew(deps: AccessDeps, tx: Tx, visit: Visit, session: Holder, method: string): string {
  tell(tx, deps.clock, ownerActor(visit, session), accessEvents.identityProven, {
    subject: { kind: 'access.account', id: session.account_id },
    payload: { accountId: session.account_id, sessionId: session.session_id, method },
  });
  // A factor given now makes up for one that was not asked for at sign-in.
  const isKnown = method === 'password' || isFactorProven(session.method);
  return moveSession(deps, tx, visit, session, {
    step: session.step,
    method: isKnown ? session.method : `${session.method}+${method}`,
  });
}

/** Whose password is tried, in which request, and under which rules of locking. */
export interface PasswordAttempt {
  readonly visit: Visit;
  readonly account: AccountRow;
  readonly settings: AccessSettings;
}

/**
 * Checks the password of an account, counted like a sign-in, and does `onProven` in the transaction that
 * clears the count. Refuses with `access/wrong-credentials` or `access/temporarily-locked`.
 */
export async function provePassword<T>(
  deps: AccessDeps,
  { visit, account, settings }: PasswordAttempt,
  password: string,
  onProven: (tx: Tx) => T | Promise<T>,
): Promise<T> {
  const guardKey = deps.keys.guardKey(
    'password',
    account.centre_id,
    account.login_name ?? account.account_id,
  );
  await beginAttempt(deps, visit, guardKey, settings, account.account_id);
  if (!(await verifyPassword(password, account.password_hash ?? undefined))) {
    await recordFailure(deps, visit, account.account_id, 'wrong-password');
    throw new ProblemError(accessProblems.wrongCredentials);
  }
  return deps.database.transaction(async (tx) => {
    clearAttempts(tx, visit, guardKey);
    return onProven(tx);
  });
}

/**
 * Refuses with `access/proof-needed` unless the actor's session has proven who they are lately. The
 * software itself has nothing to prove.
 */
export async function requireFreshProof(deps: AccessDeps, actor: Actor): Promise<void> {
  if (actor.kind === 'system') return;
  const session =
    actor.sessionId === undefined
      ? undefined
      : await findSession(deps.database.db, actor.centreId, actor.sessionId);
  const { proofMinutes } = await readSettings(deps.database.db, actor.centreId);
  if (session === undefined || !isFresh(session, proofMinutes, deps.clock.now())) {
    throw new ProblemError(accessProblems.proofNeeded);
  }
}

function isFresh(session: Pick<SessionRow, 'proven_at'>, minutes: number, now: Date): boolean {
  return now.getTime() - session.proven_at.getTime() <= minutes * 60_000;
}
