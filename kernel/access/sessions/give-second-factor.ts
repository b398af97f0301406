import type { SecondFactorProof } from '../contract-session.ts';
import type { AccessDeps } from '../deps.ts';
import { proveFactor } from '../factors/prove.ts';
import { readSettings } from '../settings/repository.ts';
import { moveSession } from './open-session.ts';
import { getSessionAt, getSignInFacts, stepAfter } from './pending.ts';
import type { Visit } from './visit.ts';

/** Takes the second factor of a pending sign-in; gives the token of the session as it goes on. */
export async function giveSecondFactor(
  deps: AccessDeps,
  visit: Visit,
  proof: SecondFactorProof,
): Promise<string> {
  const session = await getSessionAt(deps, visit, 'second-factor');
  const settings = await readSettings(deps.database.db, session.centre_id);
  const facts = await getSignInFacts(deps, settings, session);
  const step = stepAfter(deps, settings, facts, { isFactorProven: true });
  return proveFactor(deps, { visit, owner: session, settings }, proof, (tx, method) =>
    moveSession(deps, tx, visit, session, { step, method: `${session.method}+${method}` }),
  );
}
