import type { PasskeyOptions } from '../contract-session.ts';
import type { AccessDeps } from '../deps.ts';
import { beginPasskeyCheck } from '../factors/passkeys.ts';
import { listPasskeys } from '../factors/repository.ts';
import { findOpenSession } from './pending.ts';
import type { Visit } from './visit.ts';

/** Begins a passkey check: of the session's own account, or of whoever signs in when there is no session. */
export async function beginPasskeySignIn(deps: AccessDeps, visit: Visit): Promise<PasskeyOptions> {
  const session = await findOpenSession(deps, visit);
  if (session === undefined) return beginPasskeyCheck(deps, visit, null, []);
  const known = await listPasskeys(deps.database.db, session.centre_id, session.account_id);
  return beginPasskeyCheck(deps, visit, session.account_id, known);
}
