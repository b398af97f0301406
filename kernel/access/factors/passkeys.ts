import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

import { hashToken } from '../../crypto/token-hash.ts';
import { randomToken } from '../../ids/token.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { accessProblems } from '../contract-problems.ts';
import type { PasskeyOptions, PasskeyProof } from '../contract-session.ts';
import type { AccessDeps } from '../deps.ts';
import { insertFlow, takeFlow } from '../sessions/guard-repository.ts';
import type { Visit } from '../sessions/visit.ts';
import type { AccountRow, PasskeyRow, SignInFlowRow } from '../tables.ts';
import { type RelyingParty, toRelyingParty } from './relying-party.ts';

// With the certificates of all makers it is a tenth of the program to load: not before the first passkey.
const loadWebauthn = () => import('@simplewebauthn/server');

const FLOW_MS = 5 * 60_000;

// ES256, EdDSA and RS256 (COSE): what authenticators in use can do.
const ALGORITHMS = [-7, -8, -257];

function getRelyingParty(deps: AccessDeps, visit: Visit): RelyingParty {
  const party = toRelyingParty(deps.publicUrl, visit.host);
  if (party === undefined) throw new ProblemError(accessProblems.passkeysUnavailable);
  return party;
}

async function rememberChallenge(
  deps: AccessDeps,
  visit: Visit,
  kind: SignInFlowRow['kind'],
  accountId: string | null,
  challenge: string,
): Promise<string> {
  const flow = randomToken(16);
  const row: SignInFlowRow = {
    centre_id: visit.actor.centreId,
    flow_hash: hashToken(flow),
    kind,
    account_id: accountId,
    content: challenge,
    expires_at: new Date(deps.clock.now().getTime() + FLOW_MS),
  };
  await deps.database.transaction((tx) => Promise.resolve(insertFlow(tx, row)));
  return flow;
}

function takeChallenge(deps: AccessDeps, visit: Visit, kind: SignInFlowRow['kind'], flow: string) {
  return takeFlow(deps.database.db, visit.actor.centreId, hashToken(flow), kind, deps.clock.now());
}

/** Options for `navigator.credentials.get`; with an account only its own passkeys are asked for. */
export async function beginPasskeyCheck(
  deps: AccessDeps,
  visit: Visit,
  accountId: string | null,
  known: readonly PasskeyRow[],
): Promise<PasskeyOptions> {
  const party = getRelyingParty(deps, visit);
  const { generateAuthenticationOptions } = await loadWebauthn();
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    timeout: FLOW_MS,
    // Alone it stands for two factors, so the device must have checked its owner.
    userVerification: accountId === null ? 'required' : 'preferred',
    ...(accountId === null
      ? {}
      : {
          allowCredentials: known.map((row) => ({
            id: row.credential_id,
            transports: row.transports,
          })),
        }),
  });
  const flow = await rememberChallenge(
    deps,
    visit,
    'passkey-sign-in',
    accountId,
    options.challenge,
  );
  return { flow, options: { ...options } };
}

/**
 * The new counter of the authenticator when its answer is right for this passkey; undefined when it is
 * not, for whatever reason. `alone` also demands that the device checked its owner.
 */
export async function checkPasskey(
  deps: AccessDeps,
  visit: Visit,
  passkey: PasskeyRow,
  proof: PasskeyProof,
  alone: boolean,
): Promise<bigint | undefined> {
  const flow = await takeChallenge(deps, visit, 'passkey-sign-in', proof.flow);
  const party = toRelyingParty(deps.publicUrl, visit.host);
  if (flow === undefined || party === undefined) return undefined;
  if (alone ? flow.account_id !== null : flow.account_id !== passkey.account_id) return undefined;
  const response = proof.passkey as unknown as AuthenticationResponseJSON;
  if (alone && !isOwnHandle(response, passkey.account_id)) return undefined;
  const { verifyAuthenticationResponse } = await loadWebauthn();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: flow.content,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: alone,
      credential: {
        id: passkey.credential_id,
        publicKey: Buffer.from(passkey.public_key, 'base64url'),
        counter: Number(passkey.counter),
        transports: passkey.transports,
      },
    });
    return verified ? BigInt(authenticationInfo.newCounter) : undefined;
  } catch {
    // The library throws for every kind of wrong answer; none of them is ours to explain to the sender.
    return undefined;
  }
}

function isOwnHandle(response: AuthenticationResponseJSON, accountId: string): boolean {
  const handle: unknown = response.response.userHandle;
  return (
    typeof handle === 'string' && Buffer.from(handle, 'base64url').toString('utf8') === accountId
  );
}

/** Options for `navigator.credentials.create`. */
export async function beginPasskeyRegistration(
  deps: AccessDeps,
  visit: Visit,
  account: Pick<AccountRow, 'account_id' | 'login_name' | 'display_name'>,
  known: readonly PasskeyRow[],
  siteName: string,
): Promise<PasskeyOptions> {
  const party = getRelyingParty(deps, visit);
  const { generateRegistrationOptions } = await loadWebauthn();
  const options = await generateRegistrationOptions({
    rpName: siteName,
    rpID: party.id,
    userName: account.login_name ?? account.display_name,
    userDisplayName: account.display_name,
    userID: new Uint8Array(Buffer.from(account.account_id, 'utf8')),
    timeout: FLOW_MS,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map((row) => ({ id: row.credential_id, transports: row.transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  const flow = await rememberChallenge(
    deps,
    visit,
    'passkey-registration',
    account.account_id,
    options.challenge,
  );
  return { flow, options: { ...options } };
}

/** What the browser made, checked; refuses with `access/passkey-refused`. */
export async function finishPasskeyRegistration(
  deps: AccessDeps,
  visit: Visit,
  accountId: string,
  proof: PasskeyProof,
): Promise<
  Pick<PasskeyRow, 'credential_id' | 'public_key' | 'counter' | 'transports' | 'is_backed_up'>
> {
  const party = getRelyingParty(deps, visit);
  const flow = await takeChallenge(deps, visit, 'passkey-registration', proof.flow);
  if (flow === undefined || flow.account_id !== accountId)
    throw new ProblemError(accessProblems.passkeyRefused);
  const { verifyRegistrationResponse } = await loadWebauthn();
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: proof.passkey as unknown as RegistrationResponseJSON,
      expectedChallenge: flow.content,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) throw new Error('not verified');
    const { credential, credentialBackedUp } = registrationInfo;
    return {
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey).toString('base64url'),
      counter: BigInt(credential.counter),
      transports: credential.transports ?? [],
      is_backed_up: credentialBackedUp,
    };
  } catch (error) {
    throw new ProblemError(accessProblems.passkeyRefused, {}, { cause: error });
  }
}
