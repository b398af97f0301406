import { hashToken } from '../../crypto/token-hash.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { findAccount } from '../accounts/repository.ts';
import type { AccessSettings } from '../contract-entry.ts';
import { accessProblems } from '../contract-problems.ts';
import type { AccessDeps } from '../deps.ts';
import { type FactorFacts, findFactorFacts } from '../factors/repository.ts';
import { isPasswordOld, nextStep, type StepFacts } from '../rules/sign-in-step.ts';
import type { AccountRow, SessionRow, SessionStep } from '../tables.ts';
import { isOpen } from './life.ts';
import { findHolder, type Holder } from './repository.ts';
import type { Visit } from './visit.ts';

/** The session of the visit's token, complete or not; undefined when there is none that is open. */
export async function findOpenSession(deps: AccessDeps, visit: Visit): Promise<Holder | undefined> {
  if (visit.token === undefined) return undefined;
  const now = deps.clock.now();
  const holder = await findHolder(
    deps.database.db,
    visit.actor.centreId,
    hashToken(visit.token),
    now,
  );
  const isOwn = holder !== undefined && holder.device_account_id === null;
  return isOwn && holder.status === 'active' && isOpen(holder, now) ? holder : undefined;
}

/** The session of the visit, at one of these steps; refuses with `access/no-pending-sign-in`. */
export async function getSessionAt(
  deps: AccessDeps,
  visit: Visit,
  ...steps: readonly SessionStep[]
): Promise<Holder> {
  const holder = await findOpenSession(deps, visit);
  if (holder === undefined || !steps.includes(holder.step)) {
    throw new ProblemError(accessProblems.noPendingSignIn);
  }
  return holder;
}

/** Everything that decides what a sign-in still needs. */
export interface SignInFacts {
  readonly account: AccountRow;
  readonly factors: FactorFacts;
  readonly isFactorDemanded: boolean;
}

/** Reads what decides the next step of an account's sign-in. */
export async function getSignInFacts(
  deps: AccessDeps,
  settings: AccessSettings,
  session: Pick<SessionRow, 'centre_id' | 'account_id'>,
): Promise<SignInFacts> {
  const { db } = deps.database;
  const [account, factors] = await Promise.all([
    findAccount(db, session.centre_id, session.account_id),
    findFactorFacts(db, session.centre_id, session.account_id, deps.clock.now()),
  ]);
  if (account === undefined) throw new ProblemError(accessProblems.noPendingSignIn);
  return { account, factors, isFactorDemanded: isDemanded(account, factors, settings) };
}

/** Whether this person needs a second factor: by account, by role, or because all staff do. */
export function isDemanded(
  account: Pick<AccountRow, 'kind' | 'demands_second_factor'>,
  factors: FactorFacts,
  settings: AccessSettings,
): boolean {
  return (
    account.demands_second_factor ||
    factors.isDemandedByRole ||
    (account.kind === 'staff' && settings.staffSecondFactor)
  );
}

/** The step after this one, given what has just been done. */
export function stepAfter(
  { clock }: Pick<AccessDeps, 'clock'>,
  settings: AccessSettings,
  facts: SignInFacts,
  done: Partial<StepFacts>,
): SessionStep {
  const { account, factors, isFactorDemanded } = facts;
  return nextStep({
    hasFactor: factors.hasTotp || factors.passkeys > 0,
    isFactorProven: false,
    isFactorDemanded,
    mustChangePassword:
      account.must_change_password ||
      isPasswordOld(account.password_changed_at, settings.passwordMaxAgeDays, clock.now()),
    ...done,
  });
}
