import { refuseDuplicate } from '../../db/errors.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { accessProblems } from '../contract-problems.ts';
import type { AccessDeps } from '../deps.ts';
import { beginAttempt, clearAttempts, recordFailure } from '../sessions/guard.ts';
import { ownerActor, type Visit } from '../sessions/visit.ts';
import { continueSignIn, type FactorHolder, getFactorHolder } from './holder.ts';
import { issueFirstRecoveryCodes } from './issue-recovery-codes.ts';
import * as repository from './repository.ts';
import { tellFactorAdded } from './tell-factor.ts';
import { totpPlace } from './totp-secret.ts';
import { findTotpStep, makeTotpSecret, toTotpUri } from './totp.ts';

/** Begins a code generator and gives its secret, this once. It counts for nothing until confirmed. */
export async function beginTotp(
  deps: AccessDeps,
  visit: Visit,
): Promise<{ secret: string; uri: string }> {
  const { session, account, factors } = await getFactorHolder(deps, visit);
  if (factors.hasTotp) throw new ProblemError(accessProblems.factorExists);
  const centre = await deps.findCentre(visit.host);
  const secret = makeTotpSecret();
  await refuseDuplicate('totp_factor_pkey', accessProblems.factorExists, {}, () =>
    deps.database.transaction((tx) => {
      repository.replaceUnconfirmedTotp(tx, {
        centre_id: session.centre_id,
        account_id: session.account_id,
        secret: deps.cipher.encrypt(totpPlace(session.centre_id, session.account_id), secret),
        last_step: 0,
        created_at: deps.clock.now(),
        confirmed_at: null,
      });
      return Promise.resolve();
    }),
  );
  return {
    secret,
    uri: toTotpUri(secret, centre.nameZh, account.login_name ?? account.display_name),
  };
}

export interface Enrolled {
  /** The session's new token when a waiting sign-in went on. */
  readonly token: string | undefined;
  /** Shown this once; null when there are unused ones already. */
  readonly recoveryCodes: string[] | null;
}

/** Confirms the generator with its first code. Refuses with `access/wrong-code`; failures count. */
export async function confirmTotp(deps: AccessDeps, visit: Visit, code: string): Promise<Enrolled> {
  const holder = await getFactorHolder(deps, visit);
  const { centre_id: centreId, account_id: accountId } = holder.session;
  const row = await repository.findTotp(deps.database.db, centreId, accountId);
  if (row === undefined) throw new ProblemError(accessProblems.enrolmentNotBegun);
  if (row.confirmed_at !== null) throw new ProblemError(accessProblems.factorExists);
  const guardKey = deps.keys.guardKey('factor', centreId, accountId);
  await beginAttempt(deps, visit, guardKey, holder.settings, accountId);
  const now = deps.clock.now();
  const step = findTotpStep(
    deps.cipher.decrypt(totpPlace(centreId, accountId), row.secret),
    code,
    now,
  );
  if (step === undefined) return refuseCode(deps, visit, holder);
  const enrolled = await deps.database.transaction(async (tx) => {
    if (!(await repository.useTotpStep(tx, row, step, now))) return undefined;
    clearAttempts(tx, visit, guardKey);
    tellFactorAdded(deps, tx, ownerActor(visit, holder.session), accountId, 'totp');
    const recoveryCodes = issueFirstRecoveryCodes(deps, tx, visit, holder);
    return { token: continueSignIn(deps, tx, visit, holder, 'totp'), recoveryCodes };
  });
  return enrolled ?? refuseCode(deps, visit, holder);
}

async function refuseCode(deps: AccessDeps, visit: Visit, holder: FactorHolder): Promise<never> {
  await recordFailure(deps, visit, holder.session.account_id, 'wrong-code');
  throw new ProblemError(accessProblems.wrongCode);
}
