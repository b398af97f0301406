import { hkdfSync } from 'node:crypto';

const SALT = 'onewindow/key-derivation/1';

/**
 * A key for one purpose from a master secret: HKDF (RFC 5869) over HMAC-SM3, salt `onewindow/key-derivation/1`, info `label`.
 * Keys of different labels tell nothing about each other. Labels are written `area/purpose/version` and never reused for
 * another purpose, since what was sealed under one can only be opened under the same.
 */
export function deriveKey(master: Uint8Array, label: string, bytes: number): Buffer {
  if (label === '') throw new RangeError('A derived key needs a label');
  return Buffer.from(hkdfSync('sm3', master, SALT, label, bytes));
}
