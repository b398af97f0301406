import { hashToken } from '../../crypto/token-hash.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { accessProblems } from '../contract-problems.ts';
import type { AccessDeps } from '../deps.ts';
import { toReturnPath } from '../rules/return-path.ts';
import { siteOrigin } from '../rules/site-origin.ts';
import type { Visit } from '../sessions/visit.ts';
import { keepJourney } from './journey.ts';

export interface IdentityStart {
  readonly returnTo: string;
  readonly as: 'person' | 'firm';
  readonly locale: string;
  /** The token of the browser's own cookie, to which the way back is bound. */
  readonly browserToken: string;
}

/**
 * The address of the identity service to send the browser to. Refuses a page to return to that is not of
 * this site.
 */
export async function startIdentity(
  deps: AccessDeps,
  visit: Visit,
  input: IdentityStart,
): Promise<string> {
  const returnTo = toReturnPath(input.returnTo);
  if (returnTo === undefined) throw new ProblemError(accessProblems.badReturnPath);
  if (deps.identity === undefined) throw new ProblemError(accessProblems.identityNotConfigured);
  const redirectUri = `${siteOrigin(deps.publicUrl, visit.host)}/api/v1/identity/callback`;
  const { url, journey } = await deps.identity.start(redirectUri, input.as, input.locale);
  await keepJourney(deps, visit, { journey, returnTo, browser: hashToken(input.browserToken) });
  return url;
}
