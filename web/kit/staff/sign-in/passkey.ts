import type { PasskeyOptions, PasskeyProof } from '#kernel/access/contract-session.ts';
import { routes } from '#kernel/access/contract.ts';

import { call } from '../../../client/call.ts';

type ProofInput = Pick<PasskeyProof, 'flow'> & { readonly passkey: PasskeyProof['passkey'] };

/** The person turned away from the browser's question, or it ran out of time. */
export class PasskeyStopped extends Error {
  override readonly name = 'PasskeyStopped';
}

export function browserHasPasskeys(): boolean {
  return typeof globalThis.PublicKeyCredential === 'function';
}

/** Asks the browser to prove one of the person's passkeys. */
export async function provePasskey(): Promise<ProofInput> {
  const { flow, options } = await call(routes.beginPasskeySignIn);
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = options as unknown as Parameters<
    typeof startAuthentication
  >[0]['optionsJSON'];
  return { flow, passkey: (await ask(() => startAuthentication({ optionsJSON }))) as never };
}

/** Asks the browser to make a passkey with the options of the server. */
export async function makePasskey({ flow, options }: PasskeyOptions): Promise<ProofInput> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON'];
  return { flow, passkey: (await ask(() => startRegistration({ optionsJSON }))) as never };
}

async function ask<T>(browser: () => Promise<T>): Promise<T> {
  try {
    return await browser();
  } catch (error) {
    const isTurnedAway =
      error instanceof Error && /^(?:NotAllowedError|AbortError)$/.test(error.name);
    if (isTurnedAway) throw new PasskeyStopped('The passkey was not given', { cause: error });
    throw error;
  }
}
