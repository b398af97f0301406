import { tell } from '../../events/tell.ts';
import { prepareNewPassword, storeNewPassword } from '../accounts/new-password.ts';
import { accessEvents } from '../contract-events.ts';
import type { AccessDeps } from '../deps.ts';
import { isFactorProven } from '../rules/sign-in-step.ts';
import { readSettings } from '../settings/repository.ts';
import { moveSession } from './open-session.ts';
import { getSessionAt, getSignInFacts, stepAfter } from './pending.ts';
import * as repository from './repository.ts';
import { ownerActor, type Visit } from './visit.ts';

/** Replaces a one-time or expired password during sign-in; ends the account's other sessions. */
export async function changePendingPassword(
  deps: AccessDeps,
  visit: Visit,
  newPassword: string,
): Promise<string> {
  const session = await getSessionAt(deps, visit, 'change-password');
  const settings = await readSettings(deps.database.db, session.centre_id);
  const facts = await getSignInFacts(deps, settings, session);
  const hash = await prepareNewPassword(deps, facts.account, newPassword, settings);
  const step = stepAfter(deps, settings, facts, {
    mustChangePassword: false,
    isFactorProven: isFactorProven(session.method),
  });
  return deps.database.transaction(async (tx) => {
    storeNewPassword(deps, tx, facts.account, hash);
    await repository.deleteSessions(tx, session.centre_id, session.account_id, {
      except: session.session_id,
    });
    tell(tx, deps.clock, ownerActor(visit, session), accessEvents.passwordChanged, {
      subject: { kind: 'access.account', id: session.account_id },
      payload: { accountId: session.account_id },
    });
    return moveSession(deps, tx, visit, session, { step, method: session.method });
  });
}
