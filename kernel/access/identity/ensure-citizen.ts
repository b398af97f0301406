import type { Tx } from '../../db/types.ts';
import { addAccount } from '../accounts/add-account.ts';
import { findBySubject, updateAccount } from '../accounts/repository.ts';
import type { AccessDeps } from '../deps.ts';
import type { Visit } from '../sessions/visit.ts';
import type { AccountRow } from '../tables.ts';
import type { CitizenClaims } from './ports.ts';
import { findIdentity, putIdentity } from './repository.ts';

/** The account of whom somebody vouches for, found or made, in the transaction that makes the session. */
export async function ensureCitizen(
  deps: Pick<AccessDeps, 'clock' | 'resolveCitizen'>,
  tx: Tx,
  visit: Pick<Visit, 'actor' | 'locale'>,
  claims: CitizenClaims,
): Promise<AccountRow> {
  const { centreId } = visit.actor;
  const now = deps.clock.now();
  const { accountSubject, displayName } = await deps.resolveCitizen(tx, centreId, claims);
  const [found, identity] = await Promise.all([
    findBySubject(tx, centreId, 'citizen', accountSubject),
    findIdentity(tx, centreId, claims.issuer, claims.externalSubject),
  ]);
  const account =
    found ??
    addAccount(deps, tx, visit.actor, {
      kind: 'citizen',
      displayName,
      subject: accountSubject,
      assurance: claims.level,
      locale: visit.locale,
    });
  if (found && (found.display_name !== displayName || found.assurance !== claims.level)) {
    updateAccount(tx, centreId, account.account_id, {
      display_name: displayName,
      assurance: claims.level,
      version: account.version + 1,
      updated_at: now,
    });
  }
  putIdentity(tx, {
    centre_id: centreId,
    issuer: claims.issuer,
    external_subject: claims.externalSubject,
    account_id: account.account_id,
    created_at: identity?.created_at ?? now,
    last_used_at: now,
  });
  return { ...account, display_name: displayName };
}
