import { fillSecureRandom, randomInt, type FillRandom } from './random.ts';
import { toHalfWidth } from './text.ts';

/** Digits and capitals that no hand or printer confuses: without 0 O, 1 I L, 5 S, B (8), Z (2), U V. */
export const CODE_ALPHABET = '2346789ACDEFGHJKMNPQRTWXY';

const CODE_PATTERN = new RegExp(`^[${CODE_ALPHABET}]+$`);

/** An unguessable token in base64url without padding. `bytes` is the strength: at least 16 (128 bits), 32 by default. */
export function randomToken(bytes = 32, fill: FillRandom = fillSecureRandom): string {
  if (!Number.isInteger(bytes) || bytes < 16 || bytes > 1024)
    throw new RangeError(`A token has 16 to 1024 bytes, not ${bytes}`);
  const raw = new Uint8Array(bytes);
  fill(raw);
  return btoa(String.fromCharCode(...raw))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** A code for people to read aloud and type, about 4.6 bits a character. Throws RangeError outside 4 to 64 characters. */
export function randomCode(length: number, fill: FillRandom = fillSecureRandom): string {
  return pick(CODE_ALPHABET, length, fill);
}

/** A numeric code, for text messages and keypads; leading zeros are kept. Throws RangeError outside 4 to 64 digits. */
export function randomDigits(length: number, fill: FillRandom = fillSecureRandom): string {
  return pick('0123456789', length, fill);
}

/** What a person meant to type: half-width capitals without spaces and hyphens, B read as 8 and Z as 2, since codes hold neither. */
export function normaliseCode(text: string): string {
  return toHalfWidth(text)
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('B', '8')
    .replaceAll('Z', '2');
}

/** Whether the text consists only of characters that codes are made of. */
export function isCode(text: string): boolean {
  return CODE_PATTERN.test(text);
}

function pick(alphabet: string, length: number, fill: FillRandom): string {
  if (!Number.isInteger(length) || length < 4 || length > 64)
    throw new RangeError(`A code has 4 to 64 characters, not ${length}`);
  let code = '';
  while (code.length < length) code += alphabet.charAt(randomInt(alphabet.length, fill));
  return code;
}
