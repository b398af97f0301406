import { sm2 } from 'sm-crypto-v2';

import type { Signer } from './signer.ts';

/** A pair of keys in hexadecimal: 64 characters private, 130 public. */
export interface Sm2KeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

/** The user identity that GM/T 0009-2012 section 10 prescribes where none is agreed. */
export const DEFAULT_USER_ID = '1234567812345678';

// n of the curve in GM/T 0003.5-2012.
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

/** A fresh pair of keys. */
export function createSm2KeyPair(): Sm2KeyPair {
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  return { privateKey, publicKey };
}

/** Whether the text is a public key: an uncompressed point on the curve. */
export function isSm2PublicKey(publicKey: string): boolean {
  if (!/^04[0-9a-f]{128}$/i.test(publicKey)) return false;
  try {
    return sm2.verifyPublicKey(publicKey);
  } catch {
    return false;
  }
}

/**
 * A signer with its private key in this process. Throws RangeError when the private key is no number from 1 to n − 2.
 * `userId` enters the digest: both sides must use the same.
 */
export function createSm2Signer(options: {
  readonly keyId: string;
  readonly privateKey: string;
  readonly userId?: string;
}): Signer {
  const { keyId, privateKey, userId = DEFAULT_USER_ID } = options;
  if (!isPrivateKey(privateKey)) throw new RangeError('Not an SM2 private key');
  const publicKey = sm2.getPublicKeyFromPrivateKey(privateKey);
  return {
    keyId,
    publicKey,
    // The library signs the bare message unless told to hash; der is the form that others read.
    sign: async (message) =>
      Buffer.from(
        sm2.doSignature(message, privateKey, { hash: true, der: true, publicKey, userId }),
        'hex',
      ),
  };
}

/** Whether a DER signature of SM2 with SM3 (GM/T 0003.2-2012) is right. False, never an exception, for anything malformed. */
export function isSm2Signature(
  publicKey: string,
  message: Uint8Array,
  signature: Uint8Array,
  userId: string = DEFAULT_USER_ID,
): boolean {
  const numbers = readDer(signature);
  if (numbers === undefined || !isSm2PublicKey(publicKey)) return false;
  try {
    return sm2.doVerifySignature(message, numbers, publicKey, { hash: true, userId });
  } catch {
    return false;
  }
}

function isPrivateKey(privateKey: string): boolean {
  if (!/^[0-9a-f]{64}$/i.test(privateKey)) return false;
  const number = BigInt(`0x${privateKey}`);
  return number > 0n && number < ORDER - 1n;
}

/**
 * r and s as 128 hexadecimal characters, or undefined. Strict: one encoding for each signature and both numbers from 1 to n − 1,
 * which the library does not check.
 */
function readDer(signature: Uint8Array): string | undefined {
  const bytes = Buffer.from(signature);
  if (bytes.length < 8 || bytes.length > 72 || bytes[0] !== 0x30 || bytes[1] !== bytes.length - 2)
    return undefined;
  const first = readInteger(bytes, 2);
  const second = first === undefined ? undefined : readInteger(bytes, first.end);
  if (first === undefined || second === undefined || second.end !== bytes.length) return undefined;
  return first.hex + second.hex;
}

function readInteger(bytes: Buffer, start: number): { hex: string; end: number } | undefined {
  const length = bytes[start + 1] ?? 0;
  const end = start + 2 + length;
  if (bytes[start] !== 0x02 || length < 1 || length > 33 || end > bytes.length) return undefined;
  const value = bytes.subarray(start + 2, end);
  const isNegative = (value[0] ?? 0) >= 0x80;
  const isPadded = length > 1 && value[0] === 0 && (value[1] ?? 0) < 0x80;
  if (isNegative || isPadded) return undefined;
  const number = BigInt(`0x${value.toString('hex')}`);
  if (number < 1n || number >= ORDER) return undefined;
  return { hex: number.toString(16).padStart(64, '0'), end };
}
