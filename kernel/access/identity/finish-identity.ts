import { isDuplicate } from '../../db/errors.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { accessProblems } from '../contract-problems.ts';
import type { AccessDeps } from '../deps.ts';
import { recordFailure } from '../sessions/guard.ts';
import { openSession } from '../sessions/open-session.ts';
import type { Visit } from '../sessions/visit.ts';
import { readSettings } from '../settings/repository.ts';
import { ensureCitizen } from './ensure-citizen.ts';
import { sealIdentityHint } from './hint.ts';
import { type KeptJourney, takeJourney } from './journey.ts';
import type { CitizenClaims } from './ports.ts';

export interface IdentityReturn {
  readonly state: string | undefined;
  /** Everything after the `?` of the address that the browser came back to. */
  readonly search: string;
  readonly browserToken: string | undefined;
}

/** A sign-in that ended, well or not, with the page to go on to. */
export type IdentityOutcome =
  | { readonly returnTo: string; readonly token: string; readonly problem?: undefined }
  | { readonly returnTo: string; readonly token?: undefined; readonly problem: ProblemError };

/** Takes somebody back from the identity service and opens their session. Never throws a refusal. */
export async function finishIdentity(
  deps: AccessDeps,
  visit: Visit,
  input: IdentityReturn,
): Promise<IdentityOutcome> {
  const kept =
    input.state === undefined
      ? undefined
      : await takeJourney(deps, visit, input.state, input.browserToken);
  if (kept === undefined)
    return { returnTo: '/', problem: new ProblemError(accessProblems.identityExpired) };
  try {
    return { returnTo: kept.returnTo, token: await signInCitizen(deps, visit, kept, input.search) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.kind.status < 500) await recordFailure(deps, visit, null, 'identity-refused');
    return { returnTo: kept.returnTo, problem: error };
  }
}

async function signInCitizen(
  deps: AccessDeps,
  visit: Visit,
  kept: KeptJourney,
  search: string,
): Promise<string> {
  if (deps.identity === undefined) throw new ProblemError(accessProblems.identityNotConfigured);
  const currentUrl = new URL(`${kept.journey.redirectUri}${search}`);
  const { claims, idToken } = await deps.identity.finish(currentUrl, kept.journey);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await admit(deps, visit, claims, idToken);
    } catch (error) {
      // First sign-ins of one person, or of several for one firm, met: what the other one made is there now.
      if (attempt === ATTEMPTS || !isDuplicate(error)) throw error;
    }
  }
}

/** Account, person, firm and mandate are made in this order; each may have been made by another one meanwhile. */
const ATTEMPTS = 5;

async function admit(
  deps: AccessDeps,
  visit: Visit,
  claims: CitizenClaims,
  idToken: string,
): Promise<string> {
  const { centreId } = visit.actor;
  const settings = await readSettings(deps.database.db, centreId);
  return deps.database.transaction(async (tx) => {
    const account = await ensureCitizen(deps, tx, visit, claims);
    if (account.status !== 'active') throw new ProblemError(accessProblems.accountDisabled);
    return openSession(deps, tx, visit, settings, {
      account,
      step: 'complete',
      method: 'identity',
      identityHint: sealIdentityHint(deps.cipher, centreId, account.account_id, idToken),
    }).token;
  });
}
