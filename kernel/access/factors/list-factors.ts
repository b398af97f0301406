import type { Factors } from '../contract-session.ts';
import type { AccessDeps } from '../deps.ts';
import { getSessionAt, getSignInFacts } from '../sessions/pending.ts';
import type { Visit } from '../sessions/visit.ts';
import { readSettings } from '../settings/repository.ts';
import { findTotp, listPasskeys } from './repository.ts';
import { toPasskey } from './view.ts';

/** One's own second factors, signed in or while setting up the first. */
export async function listFactors(deps: AccessDeps, visit: Visit): Promise<Factors> {
  const { db } = deps.database;
  const session = await getSessionAt(deps, visit, 'complete', 'enrol-factor');
  const settings = await readSettings(db, session.centre_id);
  const [facts, totp, passkeys] = await Promise.all([
    getSignInFacts(deps, settings, session),
    findTotp(db, session.centre_id, session.account_id),
    listPasskeys(db, session.centre_id, session.account_id),
  ]);
  return {
    totp: totp?.confirmed_at ? { enrolledAt: totp.confirmed_at.toISOString() } : null,
    passkeys: passkeys.map(toPasskey),
    recoveryCodesLeft: facts.factors.recoveryCodes,
    isDemanded: facts.isFactorDemanded,
  };
}
