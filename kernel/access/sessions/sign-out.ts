import { tell } from '../../events/tell.ts';
import { accessEvents } from '../contract-events.ts';
import type { AccessDeps } from '../deps.ts';
import { openIdentityHint } from '../identity/hint.ts';
import { findOpenSession } from './pending.ts';
import * as repository from './repository.ts';
import { ownerActor, type Visit } from './visit.ts';

/**
 * Ends the visit's session, complete or pending; without one it does nothing. Gives the address at which
 * to sign out of the identity service, for those who came from there.
 */
export async function signOut(deps: AccessDeps, visit: Visit): Promise<string | null> {
  const session = await findOpenSession(deps, visit);
  if (session === undefined) return null;
  await deps.database.transaction(async (tx) => {
    await repository.deleteSessions(tx, session.centre_id, session.account_id, {
      only: session.session_id,
    });
    if (session.step !== 'complete') return;
    tell(tx, deps.clock, ownerActor(visit, session), accessEvents.signedOut, {
      subject: { kind: 'access.account', id: session.account_id },
      payload: { accountId: session.account_id, sessionId: session.session_id },
    });
  });
  if (deps.identity === undefined || session.identity_hint === null) return null;
  return deps.identity.findEndSessionUrl(openIdentityHint(deps.cipher, session));
}
