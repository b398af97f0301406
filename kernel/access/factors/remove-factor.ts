import type { Tx } from '../../db/types.ts';
import { commonProblems } from '../../problems/contract.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { lockAccount } from '../accounts/repository.ts';
import type { AccessDeps } from '../deps.ts';
import { ownerActor, type Visit } from '../sessions/visit.ts';
import { checkNotLast, type FactorHolder, getFactorHolder } from './holder.ts';
import { deletePasskeys, deleteTotp, findFactorFacts, replaceRecoveryCodes } from './repository.ts';
import { tellFactorRemoved } from './tell-factor.ts';

/** Removes one's own code generator. */
export function removeTotp(deps: AccessDeps, visit: Visit): Promise<void> {
  return remove(deps, visit, 'totp', (tx, holder) =>
    deleteTotp(tx, holder.session.centre_id, holder.session.account_id),
  );
}

/** Removes one of one's own passkeys. */
export function removePasskey(deps: AccessDeps, visit: Visit, passkeyId: string): Promise<void> {
  return remove(deps, visit, 'passkey', (tx, holder) =>
    deletePasskeys(tx, holder.session.centre_id, holder.session.account_id, passkeyId),
  );
}

async function remove(
  deps: AccessDeps,
  visit: Visit,
  factor: 'totp' | 'passkey',
  take: (tx: Tx, holder: FactorHolder) => Promise<boolean>,
): Promise<void> {
  const holder = await getFactorHolder(deps, visit);
  const { centre_id: centreId, account_id: accountId } = holder.session;
  await deps.database.transaction(async (tx) => {
    // Two removals at once must not each take the other for the one that is left.
    await lockAccount(tx, centreId, accountId);
    if (!(await take(tx, holder))) throw new ProblemError(commonProblems.notFound);
    const left = await findFactorFacts(tx, centreId, accountId, deps.clock.now());
    const count = left.passkeys + (left.hasTotp ? 1 : 0);
    checkNotLast(holder, count);
    if (count === 0) replaceRecoveryCodes(tx, centreId, accountId, []);
    tellFactorRemoved(deps, tx, ownerActor(visit, holder.session), { accountId, factor });
  });
}
