import { isEqualSecret } from '#kernel/crypto/equal-secret.ts';
import { hmacSm3 } from '#kernel/crypto/sm3.ts';

// Written from docs/how-to/connect-a-carrier.md, as a carrier would: a mistake of either side shows.

/** The values in the order of the interface, a line each, by HMAC-SM3 in hexadecimal. */
export const signLines = (secret: string, lines: ReadonlyArray<string | number>): string =>
  hmacSm3(Buffer.from(secret, 'utf8'), lines.join('\n')).toString('hex');

export const isRightlySigned = (
  secret: string,
  lines: ReadonlyArray<string | number>,
  signature: string,
): boolean => isEqualSecret(signLines(secret, lines), signature);
