import type { Tx } from '../../db/types.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import type { AccessSettings } from '../contract-entry.ts';
import { accessProblems } from '../contract-problems.ts';
import type { AccessDeps } from '../deps.ts';
import { isFactorProven } from '../rules/sign-in-step.ts';
import { requireFreshProof } from '../sessions/give-proof.ts';
import { moveSession } from '../sessions/open-session.ts';
import { getSessionAt, getSignInFacts, type SignInFacts, stepAfter } from '../sessions/pending.ts';
import type { Holder } from '../sessions/repository.ts';
import type { Visit } from '../sessions/visit.ts';
import { readSettings } from '../settings/repository.ts';

/** Somebody who may change their second factors now. */
export interface FactorHolder extends SignInFacts {
  readonly session: Holder;
  readonly settings: AccessSettings;
}

/**
 * The owner of second factors: signed in with a fresh proof, or in a sign-in that waits for the first
 * factor. Refuses with `access/no-pending-sign-in`, `access/proof-needed` or, for those who come from an
 * identity service, `access/not-for-this-kind`.
 */
export async function getFactorHolder(deps: AccessDeps, visit: Visit): Promise<FactorHolder> {
  const session = await getSessionAt(deps, visit, 'complete', 'enrol-factor');
  if (session.kind !== 'staff') throw new ProblemError(accessProblems.notForKind);
  if (session.step === 'complete') await requireFreshProof(deps, visit.actor);
  const settings = await readSettings(deps.database.db, session.centre_id);
  return { session, settings, ...(await getSignInFacts(deps, settings, session)) };
}

/**
 * After a factor was added: a sign-in that waited for it goes on, with a new token. Undefined when the
 * session was complete already.
 */
export function continueSignIn(
  deps: AccessDeps,
  tx: Tx,
  visit: Visit,
  holder: FactorHolder,
  factor: 'totp' | 'passkey',
): string | undefined {
  const { session, settings } = holder;
  if (session.step === 'complete') return undefined;
  const step = stepAfter(deps, settings, holder, { hasFactor: true, isFactorProven: true });
  const method = isFactorProven(session.method) ? session.method : `${session.method}+${factor}`;
  return moveSession(deps, tx, visit, session, { step, method });
}

/** Refuses to take away the last second factor of somebody who must have one. */
export function checkNotLast(holder: SignInFacts, left: number): void {
  if (left === 0 && holder.isFactorDemanded) throw new ProblemError(accessProblems.factorDemanded);
}
