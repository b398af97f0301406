import type { Tx } from '../../db/types.ts';
import { tell } from '../../events/tell.ts';
import { orNotFound } from '../../problems/or-not-found.ts';
import { authorise } from '../authorise.ts';
import type { Account, AccountStatus } from '../contract-account.ts';
import type { Actor } from '../contract-actor.ts';
import { accessEvents } from '../contract-events.ts';
import { accessPermissions } from '../contract-permissions.ts';
import type { AccessDeps } from '../deps.ts';
import {
  countSecurityAdministrators,
  listHeldRoles,
  lockSecurityRoles,
} from '../roles/repository.ts';
import { checkLastSecurityAdministrator, refuseSelf } from '../rules/separation.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { readAccount } from './list-accounts.ts';
import { lockAccount, updateAccount } from './repository.ts';

export interface StatusChange {
  readonly accountId: string;
  readonly status: AccountStatus;
  readonly reason: string;
}

/** Disables or enables an account, for the security administrator. */
export async function setAccountStatus(
  deps: AccessDeps,
  actor: Actor,
  change: StatusChange,
): Promise<Account> {
  authorise(actor, accessPermissions.manageAccounts.name);
  await deps.database.transaction((tx) => applyStatus(deps, tx, actor, change));
  return readAccount(deps, actor, change.accountId);
}

/**
 * Disables or enables an account in the caller's transaction. Disabling ends its sessions at once, and
 * its device keys stop. Nobody disables themself or the last security administrator.
 */
export async function applyStatus(
  deps: AccessDeps,
  tx: Tx,
  actor: Actor,
  change: StatusChange,
): Promise<void> {
  const { accountId, status, reason } = change;
  refuseSelf(actor.id, accountId);
  await lockSecurityRoles(tx, actor.centreId);
  const before = orNotFound(await lockAccount(tx, actor.centreId, accountId));
  if (before.status === status) return;
  const now = deps.clock.now();
  if (status === 'disabled') {
    const held = await listHeldRoles(tx, actor.centreId, accountId);
    const others = await countSecurityAdministrators(tx, actor.centreId, accountId, now);
    checkLastSecurityAdministrator(
      held.some((role) => role.administrator === 'security'),
      others,
    );
    await endSessions(deps, tx, actor, accountId);
  }
  updateAccount(tx, actor.centreId, accountId, {
    status,
    version: before.version + 1,
    updated_at: now,
  });
  tell(tx, deps.clock, actor, accessEvents.accountStatusChanged, {
    subject: { kind: 'access.account', id: accountId },
    payload: { accountId, status, reason },
  });
}
