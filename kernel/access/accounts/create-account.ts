import { refuseDuplicate } from '../../db/errors.ts';
import type { Once } from '../../http/idempotency.ts';
import { authorise } from '../authorise.ts';
import type { AccountInput, WithOneTimePassword } from '../contract-account.ts';
import type { Actor } from '../contract-actor.ts';
import { accessPermissions } from '../contract-permissions.ts';
import { accessProblems } from '../contract-problems.ts';
import type { AccessDeps } from '../deps.ts';
import { addAccount } from './add-account.ts';
import { makeOneTimePassword } from './one-time-password.ts';
import { toAccount } from './view.ts';

/** Creates a staff account. The one-time password is in this answer only; a repeat gives the same account without it. */
export async function createAccount(
  deps: AccessDeps,
  actor: Actor,
  input: AccountInput,
  once: Once,
): Promise<WithOneTimePassword> {
  authorise(actor, accessPermissions.manageAccounts.name);
  const { password, hash } = await makeOneTimePassword();
  return refuseDuplicate(
    'account_login_name_unique',
    accessProblems.loginNameTaken,
    { loginName: input.loginName },
    () =>
      deps.database.transaction((tx) => {
        const row = addAccount(deps, tx, actor, {
          ...input,
          kind: 'staff',
          oneTimePasswordHash: hash,
        });
        const account = toAccount({ ...row, has_totp: false, passkeys: 0 }, null);
        once.claim(tx, { account, oneTimePassword: null });
        return Promise.resolve({ account, oneTimePassword: password });
      }),
  );
}
