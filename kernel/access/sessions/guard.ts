import type { Tx } from '../../db/types.ts';
import { tell } from '../../events/tell.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { accessEvents, type SignInFailure } from '../contract-events.ts';
import { accessProblems } from '../contract-problems.ts';
import type { AccessDeps } from '../deps.ts';
import { decideAttempt, type LockRules } from '../rules/lockout.ts';
import * as repository from './guard-repository.ts';
import type { Visit } from './visit.ts';

/**
 * Counts one attempt before it is made, in a transaction of its own, and refuses with
 * `access/temporarily-locked` while the key is locked. A success must clear the key.
 */
export async function beginAttempt(
  deps: AccessDeps,
  visit: Visit,
  guardKey: string,
  rules: LockRules,
  accountId: string | null,
): Promise<void> {
  const { centreId } = visit.actor;
  const now = deps.clock.now();
  const decision = await deps.database.transaction(async (tx) => {
    const row = await repository.lockGuard(tx, centreId, guardKey, now);
    const decided = decideAttempt(
      { failures: row.failures, lockedUntil: row.locked_until, lastAttemptAt: row.last_attempt_at },
      now,
      rules,
    );
    if (decided.isAllowed) {
      const { failures, lockedUntil, lastAttemptAt } = decided.next;
      repository.updateGuard(tx, {
        ...row,
        failures,
        locked_until: lockedUntil,
        last_attempt_at: lastAttemptAt,
      });
    } else {
      tellFailure(deps, tx, visit, accountId, 'locked');
    }
    return decided;
  });
  if (!decision.isAllowed) {
    throw new ProblemError(accessProblems.temporarilyLocked, { seconds: decision.secondsLeft });
  }
}

/** Forgets the failures under a key, in the transaction of the success. */
export function clearAttempts(tx: Tx, visit: Visit, guardKey: string): void {
  repository.deleteGuard(tx, visit.actor.centreId, guardKey);
}

/** Writes a failed attempt into the audit log, in a transaction of its own. */
export async function recordFailure(
  deps: AccessDeps,
  visit: Visit,
  accountId: string | null,
  reason: SignInFailure,
): Promise<void> {
  await deps.database.transaction((tx) =>
    Promise.resolve(tellFailure(deps, tx, visit, accountId, reason)),
  );
}

function tellFailure(
  { clock }: AccessDeps,
  tx: Tx,
  visit: Visit,
  accountId: string | null,
  reason: SignInFailure,
): void {
  // What was typed as a name is not kept: people type passwords there.
  tell(tx, clock, visit.actor, accessEvents.signInFailed, {
    subject: { kind: 'access.account', id: accountId ?? 'unknown' },
    payload: { accountId, reason },
  });
}
