import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';

import { CipherError } from './cipher-error.ts';
import { hmacSm3, SM3_LENGTH, toMacKey } from './sm3.ts';

const ALGORITHM = 'sm4-cbc';
const BLOCK = 16;

/** Keys of one sealed box: 16 bytes to encrypt, 32 to authenticate, never the same secret. */
export interface SealKeys {
  readonly encryption: KeyObject;
  readonly authentication: KeyObject;
}

/** Takes 48 derived bytes apart into the two keys of a box. Throws RangeError for another length. */
export function toSealKeys(secret: Uint8Array): SealKeys {
  if (secret.length !== BLOCK + SM3_LENGTH) throw new RangeError('A box needs 48 bytes of key');
  return {
    encryption: createSecretKey(secret.subarray(0, BLOCK)),
    authentication: toMacKey(secret.subarray(BLOCK)),
  };
}

/** SM4-CBC (GM/T 0002-2012) with PKCS #7 padding. By itself it does not notice changes: use {@link sealBox}. */
export function encryptSm4(key: KeyObject, iv: Uint8Array, plain: Uint8Array): Buffer {
  const cipher = createCipheriv(ALGORITHM, key, iv);
  return Buffer.concat([cipher.update(plain), cipher.final()]);
}

/** The reverse of {@link encryptSm4}. Throws when the padding is wrong. */
export function decryptSm4(key: KeyObject, iv: Uint8Array, encrypted: Uint8Array): Buffer {
  const decipher = createDecipheriv(ALGORITHM, key, iv);
  return Buffer.concat([decipher.update(encrypted), decipher.final()]);
}

/**
 * Encrypts, then authenticates: iv (16) ‖ SM4-CBC ‖ HMAC-SM3 (32) over the context, the iv and the ciphertext.
 * `context` is bound but not contained: the box opens only beside the same context.
 */
export function sealBox(keys: SealKeys, plain: Uint8Array, context: Uint8Array): Buffer {
  const iv = randomBytes(BLOCK);
  const encrypted = encryptSm4(keys.encryption, iv, plain);
  return Buffer.concat([iv, encrypted, authenticate(keys, iv, encrypted, context)]);
}

/** Opens a box. Throws CipherError: `malformed` when it is no box, `tampered` when anything in it or its context differs. */
export function openBox(keys: SealKeys, box: Uint8Array, context: Uint8Array): Buffer {
  const body = box.length - BLOCK - SM3_LENGTH;
  if (body < BLOCK || body % BLOCK !== 0) throw new CipherError('malformed', 'Not a sealed box');
  const iv = box.subarray(0, BLOCK);
  const encrypted = box.subarray(BLOCK, BLOCK + body);
  const expected = authenticate(keys, iv, encrypted, context);
  // Checked before the padding is looked at, so that the padding tells nothing.
  if (!timingSafeEqual(expected, box.subarray(BLOCK + body))) {
    throw new CipherError('tampered', 'The box was changed, moved, or sealed with another key');
  }
  return decryptSm4(keys.encryption, iv, encrypted);
}

function authenticate(
  keys: SealKeys,
  iv: Uint8Array,
  encrypted: Uint8Array,
  context: Uint8Array,
): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(context.length);
  return hmacSm3(keys.authentication, length, context, iv, encrypted);
}
