import { tell } from '../../events/tell.ts';
import type { Actor } from '../contract-actor.ts';
import { accessEvents } from '../contract-events.ts';
import type { AccessDeps } from '../deps.ts';
import { makeOneTimePassword } from './one-time-password.ts';
import { listUnclaimed, type UnclaimedAccount, updateAccount } from './repository.ts';

/** An account of a demonstration, ready to be tried. */
export interface OpenedAccount {
  readonly loginName: string;
  readonly password: string;
  readonly displayName: string;
  readonly roleZh: string;
  readonly roleEn: string;
}

/**
 * Gives one demonstration account of each role a new one-time password, as long as nobody has made it
 * their own. Real accounts are never touched.
 */
export async function openDemonstration(
  deps: Pick<AccessDeps, 'database' | 'clock'>,
  system: Actor,
  roles: readonly string[],
): Promise<OpenedAccount[]> {
  const unclaimed = await listUnclaimed(deps.database.db, system.centreId);
  const chosen = roles.flatMap((role) => unclaimed.find((account) => account.role === role) ?? []);
  return Promise.all(chosen.map((account) => openAccount(deps, system, account)));
}

async function openAccount(
  { database, clock }: Pick<AccessDeps, 'database' | 'clock'>,
  system: Actor,
  account: UnclaimedAccount,
): Promise<OpenedAccount> {
  const { password, hash } = await makeOneTimePassword();
  await database.transaction(async (tx) => {
    const now = clock.now();
    updateAccount(tx, system.centreId, account.account_id, {
      password_hash: hash,
      password_changed_at: now,
      must_change_password: true,
      updated_at: now,
    });
    tell(tx, clock, system, accessEvents.passwordReset, {
      subject: { kind: 'access.account', id: account.account_id },
      payload: { accountId: account.account_id },
    });
  });
  return {
    loginName: account.login_name,
    password,
    displayName: account.display_name,
    roleZh: account.role_zh,
    roleEn: account.role_en,
  };
}
