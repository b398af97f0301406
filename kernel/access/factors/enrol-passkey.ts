import { refuseDuplicate } from '../../db/errors.ts';
import { newId } from '../../ids/id.ts';
import { accessProblems } from '../contract-problems.ts';
import type { PasskeyOptions, PasskeyProof } from '../contract-session.ts';
import type { AccessDeps } from '../deps.ts';
import { ownerActor, type Visit } from '../sessions/visit.ts';
import type { Enrolled } from './enrol-totp.ts';
import { continueSignIn, getFactorHolder } from './holder.ts';
import { issueFirstRecoveryCodes } from './issue-recovery-codes.ts';
import { beginPasskeyRegistration, finishPasskeyRegistration } from './passkeys.ts';
import { insertPasskey, listPasskeys } from './repository.ts';
import { tellFactorAdded } from './tell-factor.ts';

/** Begins to add a passkey. Needs a fresh proof, or a sign-in that waits for its first factor. */
export async function beginPasskey(deps: AccessDeps, visit: Visit): Promise<PasskeyOptions> {
  const { session, account } = await getFactorHolder(deps, visit);
  const known = await listPasskeys(deps.database.db, session.centre_id, session.account_id);
  const centre = await deps.findCentre(visit.host);
  return beginPasskeyRegistration(deps, visit, account, known, centre.nameZh);
}

/** Keeps the passkey that the browser made, under the name its owner gives it. */
export async function addPasskey(
  deps: AccessDeps,
  visit: Visit,
  input: PasskeyProof & { readonly name: string },
): Promise<Enrolled> {
  const holder = await getFactorHolder(deps, visit);
  const { session } = holder;
  const made = await finishPasskeyRegistration(deps, visit, session.account_id, input);
  return refuseDuplicate('passkey_credential_unique', accessProblems.passkeyRefused, {}, () =>
    deps.database.transaction((tx) => {
      insertPasskey(tx, {
        centre_id: session.centre_id,
        passkey_id: newId(),
        account_id: session.account_id,
        ...made,
        name: input.name,
        created_at: deps.clock.now(),
        last_used_at: null,
      });
      tellFactorAdded(deps, tx, ownerActor(visit, session), session.account_id, 'passkey');
      const recoveryCodes = issueFirstRecoveryCodes(deps, tx, visit, holder);
      return Promise.resolve({
        token: continueSignIn(deps, tx, visit, holder, 'passkey'),
        recoveryCodes,
      });
    }),
  );
}
