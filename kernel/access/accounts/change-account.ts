import { tell } from '../../events/tell.ts';
import { requireVersion } from '../../problems/current-version.ts';
import { orNotFound } from '../../problems/or-not-found.ts';
import { authorise } from '../authorise.ts';
import type { Account, AccountChange } from '../contract-account.ts';
import type { Actor } from '../contract-actor.ts';
import { accessEvents } from '../contract-events.ts';
import { accessPermissions } from '../contract-permissions.ts';
import type { AccessDeps } from '../deps.ts';
import { refuseSelf } from '../rules/separation.ts';
import { readAccount } from './list-accounts.ts';
import { lockAccount, updateAccount } from './repository.ts';

/** Changes the name shown, or whether this person must use a second factor. */
export async function changeAccount(
  deps: AccessDeps,
  actor: Actor,
  accountId: string,
  input: AccountChange,
): Promise<Account> {
  authorise(actor, accessPermissions.manageAccounts.name);
  refuseSelf(actor.id, accountId);
  await deps.database.transaction(async (tx) => {
    const before = orNotFound(await lockAccount(tx, actor.centreId, accountId));
    requireVersion(before, input.version);
    const changes = {
      display_name: input.displayName,
      demands_second_factor: input.demandsSecondFactor,
    };
    updateAccount(tx, actor.centreId, accountId, {
      ...changes,
      version: before.version + 1,
      updated_at: deps.clock.now(),
    });
    tell(tx, deps.clock, actor, accessEvents.accountChanged, {
      subject: { kind: 'access.account', id: accountId },
      payload: { accountId },
      audit: {
        before: {
          displayName: before.display_name,
          demandsSecondFactor: before.demands_second_factor,
        },
        after: input,
      },
    });
  });
  return readAccount(deps, actor, accountId);
}
