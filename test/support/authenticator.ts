import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

import { isoCBOR } from '@simplewebauthn/server/helpers';

import type { PasskeyOptions } from '#kernel/access/contract-session.ts';

interface Credential {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly rpId: string;
  readonly userHandle: string;
  counter: number;
}

export interface Manners {
  /** Whether the device checked its owner (PIN, finger). */
  readonly verifiesUser?: boolean;
  /** What the page's address claims to be. */
  readonly origin?: string;
}

const FLAG_PRESENT = 0x01;
const FLAG_VERIFIED = 0x04;
const FLAG_ATTESTED = 0x40;

/** An authenticator in software: makes and uses ES256 passkeys as a browser would report them. */
export class Authenticator {
  readonly credentials: Credential[] = [];
  readonly #origin: string;

  constructor(origin = 'http://localhost:8080') {
    this.#origin = origin;
  }

  /** Answers `navigator.credentials.create`. */
  create({ flow, options }: PasskeyOptions, manners: Manners = {}) {
    const { challenge, rp, user } = options as {
      challenge: string;
      rp: { id: string };
      user: { id: string };
    };
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const id = randomBytes(24);
    const credential = {
      id: id.toString('base64url'),
      privateKey,
      publicKey,
      rpId: rp.id,
      userHandle: user.id,
      counter: 0,
    };
    this.credentials.push(credential);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)]);
    const authData = Buffer.concat([this.#head(credential, FLAG_ATTESTED, manners), attested]);
    const attestation = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]) as never,
    );
    return {
      flow,
      passkey: this.#answer(credential, {
        clientDataJSON: this.#clientData('webauthn.create', challenge, manners).toString(
          'base64url',
        ),
        attestationObject: Buffer.from(attestation).toString('base64url'),
        transports: ['internal'],
      }),
    };
  }

  /** Answers `navigator.credentials.get` with the last passkey of the site. */
  get({ flow, options }: PasskeyOptions, manners: Manners = {}) {
    const { challenge } = options as { challenge: string };
    const credential = this.credentials.at(-1);
    if (credential === undefined) throw new Error('This authenticator holds no passkey.');
    credential.counter += 1;
    const clientData = this.#clientData('webauthn.get', challenge, manners);
    const authData = this.#head(credential, 0, manners);
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
    return {
      flow,
      passkey: this.#answer(credential, {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, credential.privateKey).toString('base64url'),
        userHandle: credential.userHandle,
      }),
    };
  }

  #answer(credential: Credential, response: Record<string, unknown>) {
    return {
      id: credential.id,
      rawId: credential.id,
      type: 'public-key' as const,
      clientExtensionResults: {},
      response,
    };
  }

  #clientData(type: string, challenge: string, { origin = this.#origin }: Manners): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #head(credential: Credential, flags: number, { verifiesUser = true }: Manners): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(credential.counter);
    const all = flags | FLAG_PRESENT | (verifiesUser ? FLAG_VERIFIED : 0);
    return Buffer.concat([
      createHash('sha256').update(credential.rpId).digest(),
      Buffer.from([all]),
      counter,
    ]);
  }
}

/** The public key as COSE (RFC 9053): EC2, ES256, P-256. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const key = new Map<number, unknown>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
    [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
  ]);
  return Buffer.from(isoCBOR.encode(key as never));
}
