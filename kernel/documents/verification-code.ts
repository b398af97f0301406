import { z } from 'zod';

/** Digits and capitals without 0, 1, I, L and O, which are misread on paper: 31 characters, a prime number. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 12;
const PRIME = BigInt(ALPHABET.length);
/** Bytes of randomness that a code is made from; far more than its 54 bits, so that no code is likelier. */
const RANDOM_BYTES = 16;

/**
 * The code on a paper by which anybody checks that it is genuine: eleven random characters and one check character.
 * Accepts what a person types: small letters, full-width letters, spaces and hyphens anywhere.
 */
export const VerificationCode = z
  .string()
  .max(40)
  .transform((text, context) => {
    const code = findVerificationCode(text);
    if (code !== undefined) return code;
    context.addIssue({ code: 'custom', message: 'Not a verification code' });
    return z.NEVER;
  });
export type VerificationCode = string & { readonly __brand: 'VerificationCode' };

/** Makes a code from at least 16 random bytes. Throws RangeError for fewer. */
export function makeVerificationCode(random: Uint8Array): VerificationCode {
  if (random.length < RANDOM_BYTES) {
    throw new RangeError(`A verification code needs ${RANDOM_BYTES} random bytes`);
  }
  let value = 0n;
  for (const byte of random.subarray(0, RANDOM_BYTES)) value = value * 256n + BigInt(byte);
  let payload = '';
  for (let place = 1; place < LENGTH; place += 1) {
    payload += ALPHABET.charAt(Number(value % PRIME));
    value /= PRIME;
  }
  return (payload + checkCharacter(payload)) as VerificationCode;
}

/** The code that a typed or scanned text holds, or undefined when it holds none or a character is wrong. */
export function findVerificationCode(text: string): VerificationCode | undefined {
  const code = text
    .normalize('NFKC')
    .replaceAll(/[\s\-‐‑‒–—−]/g, '')
    .toUpperCase();
  const payload = code.slice(0, LENGTH - 1);
  const isWritable =
    code.length === LENGTH && code.split('').every((one) => ALPHABET.includes(one));
  return isWritable && checkCharacter(payload) === code.at(-1)
    ? (code as VerificationCode)
    : undefined;
}

/** Three groups of four, as it is printed. */
export function formatVerificationCode(code: VerificationCode): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** The address that a QR code on a paper leads to. Throws when `base` is not a web address. */
export function verificationUrl(base: string, code: VerificationCode): string {
  const url = new URL(base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new RangeError(`Not a web address: ${base}`);
  }
  url.search = '';
  url.hash = '';
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/verify/${code}`;
  return url.href;
}

/**
 * Weights 1 to 12 modulo the prime 31: any one wrong character and any two exchanged ones are found, always.
 */
function checkCharacter(payload: string): string {
  let sum = 0;
  for (let place = 0; place < payload.length; place += 1) {
    sum += (place + 1) * ALPHABET.indexOf(payload.charAt(place));
  }
  for (let value = 0; value < ALPHABET.length; value += 1) {
    if ((sum + LENGTH * value) % ALPHABET.length === 0) return ALPHABET.charAt(value);
  }
  return '';
}
