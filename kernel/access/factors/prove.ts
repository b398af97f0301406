import type { Tx } from '../../db/types.ts';
import { tell } from '../../events/tell.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import type { AccessSettings } from '../contract-entry.ts';
import { accessEvents } from '../contract-events.ts';
import { accessProblems } from '../contract-problems.ts';
import type { SecondFactorProof } from '../contract-session.ts';
import type { AccessDeps } from '../deps.ts';
import { beginAttempt, clearAttempts, recordFailure } from '../sessions/guard.ts';
import { ownerActor, type Visit } from '../sessions/visit.ts';
import type { AccountRow } from '../tables.ts';
import { checkPasskey } from './passkeys.ts';
import * as repository from './repository.ts';
import { totpPlace } from './totp-secret.ts';
import { findTotpStep } from './totp.ts';

type Owner = Pick<AccountRow, 'account_id' | 'kind' | 'display_name'>;
export type FactorMethod = 'totp' | 'recovery-code' | 'passkey';

/** Who tries, in which request, and under which rules of locking. */
export interface FactorAttempt {
  readonly visit: Visit;
  readonly owner: Owner;
  readonly settings: AccessSettings;
}

/** Uses the factor up inside the transaction; undefined when it does not hold. */
type Check = (tx: Tx) => Promise<FactorMethod | undefined>;

/**
 * Checks a second factor and does `onProven` in the transaction that uses it up. Failures are counted per
 * account, so that a known password gives no free guesses at codes. Refuses with `access/wrong-code`,
 * `access/passkey-refused` or `access/temporarily-locked`.
 */
export async function proveFactor<T>(
  deps: AccessDeps,
  { visit, owner, settings }: FactorAttempt,
  proof: SecondFactorProof,
  onProven: (tx: Tx, method: FactorMethod) => T,
): Promise<T> {
  const { centreId } = visit.actor;
  const guardKey = deps.keys.guardKey('factor', centreId, owner.account_id);
  await beginAttempt(deps, visit, guardKey, settings, owner.account_id);
  const check =
    'code' in proof
      ? await prepareCode(deps, visit, owner, proof.code)
      : await preparePasskey(deps, visit, owner, proof);
  const outcome = await deps.database.transaction(async (tx) => {
    const method = await check(tx);
    if (method === undefined) return undefined;
    clearAttempts(tx, visit, guardKey);
    return { value: onProven(tx, method) };
  });
  if (outcome !== undefined) return outcome.value;
  await recordFailure(
    deps,
    visit,
    owner.account_id,
    'code' in proof ? 'wrong-code' : 'passkey-refused',
  );
  throw new ProblemError(
    'code' in proof ? accessProblems.wrongCode : accessProblems.passkeyRefused,
  );
}

async function prepareCode(
  deps: AccessDeps,
  visit: Visit,
  owner: Owner,
  code: string,
): Promise<Check> {
  const { centreId } = visit.actor;
  const now = deps.clock.now();
  if (!/^\d{6}$/.test(code)) return (tx) => useRecoveryCode(deps, tx, visit, owner, code);
  const row = await repository.findTotp(deps.database.db, centreId, owner.account_id);
  if (row === undefined || row.confirmed_at === null) return () => Promise.resolve(undefined);
  const secret = deps.cipher.decrypt(totpPlace(centreId, owner.account_id), row.secret);
  const step = findTotpStep(secret, code, now);
  if (step === undefined) return () => Promise.resolve(undefined);
  return async (tx) => ((await repository.useTotpStep(tx, row, step, now)) ? 'totp' : undefined);
}

async function useRecoveryCode(
  deps: AccessDeps,
  tx: Tx,
  visit: Visit,
  owner: Owner,
  code: string,
): Promise<FactorMethod | undefined> {
  const { centreId } = visit.actor;
  const now = deps.clock.now();
  const hash = deps.keys.codeHash('recovery', centreId, code);
  if (!(await repository.useRecoveryCode(tx, centreId, owner.account_id, hash, now)))
    return undefined;
  const { recoveryCodes } = await repository.findFactorFacts(tx, centreId, owner.account_id, now);
  tell(tx, deps.clock, ownerActor(visit, owner), accessEvents.recoveryCodeUsed, {
    subject: { kind: 'access.account', id: owner.account_id },
    payload: { accountId: owner.account_id, left: recoveryCodes },
  });
  return 'recovery-code';
}

async function preparePasskey(
  deps: AccessDeps,
  visit: Visit,
  owner: Owner,
  proof: Extract<SecondFactorProof, { flow: string }>,
): Promise<Check> {
  const passkey = await repository.findPasskey(
    deps.database.db,
    visit.actor.centreId,
    proof.passkey.id,
  );
  if (passkey === undefined || passkey.account_id !== owner.account_id)
    return () => Promise.resolve(undefined);
  const counter = await checkPasskey(deps, visit, passkey, proof, false);
  if (counter === undefined) return () => Promise.resolve(undefined);
  return async (tx) =>
    (await repository.usePasskey(tx, passkey, counter, deps.clock.now())) ? 'passkey' : undefined;
}
