import { ProblemError } from '../../problems/problem-error.ts';
import { findAccount } from '../accounts/repository.ts';
import { accessProblems } from '../contract-problems.ts';
import type { PasskeyProof } from '../contract-session.ts';
import type { AccessDeps } from '../deps.ts';
import { checkPasskey } from '../factors/passkeys.ts';
import { findPasskey, usePasskey } from '../factors/repository.ts';
import { readSettings } from '../settings/repository.ts';
import { recordFailure } from './guard.ts';
import { openSession } from './open-session.ts';
import type { Visit } from './visit.ts';

/**
 * Signs in with a passkey alone. The device holds the key and has checked its owner, so it is two
 * factors in one act; a password that is to be changed plays no part.
 */
export async function signInWithPasskey(
  deps: AccessDeps,
  visit: Visit,
  proof: PasskeyProof,
): Promise<string> {
  const { centreId } = visit.actor;
  const { db } = deps.database;
  const passkey = await findPasskey(db, centreId, proof.passkey.id);
  const counter = passkey && (await checkPasskey(deps, visit, passkey, proof, true));
  if (passkey === undefined || counter === undefined)
    return refuse(deps, visit, passkey?.account_id ?? null);
  const [account, settings] = await Promise.all([
    findAccount(db, centreId, passkey.account_id),
    readSettings(db, centreId),
  ]);
  if (account?.status !== 'active') {
    await recordFailure(deps, visit, passkey.account_id, 'disabled');
    throw new ProblemError(accessProblems.accountDisabled);
  }
  const token = await deps.database.transaction(async (tx) => {
    if (!(await usePasskey(tx, passkey, counter, deps.clock.now()))) return undefined;
    return openSession(deps, tx, visit, settings, {
      account,
      step: 'complete',
      method: 'passkey',
    }).token;
  });
  return token ?? refuse(deps, visit, passkey.account_id);
}

async function refuse(deps: AccessDeps, visit: Visit, accountId: string | null): Promise<never> {
  await recordFailure(deps, visit, accountId, 'passkey-refused');
  throw new ProblemError(accessProblems.passkeyRefused);
}
