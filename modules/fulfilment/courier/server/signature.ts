import { isEqualSecret } from '#kernel/crypto/equal-secret.ts';
import { hmacSm3 } from '#kernel/crypto/sm3.ts';

/**
 * What both sides sign: the values in the order of the interface, a line each, by HMAC-SM3 under the shared secret, in hex
 * (docs/how-to/connect-a-carrier.md).
 */
export function signFields(secret: string, fields: ReadonlyArray<string | number>): string {
  return hmacSm3(Buffer.from(secret, 'utf8'), fields.join('\n')).toString('hex');
}

export const isSignedBy = (
  secret: string,
  fields: ReadonlyArray<string | number>,
  signature: string,
): boolean => isEqualSecret(signFields(secret, fields), signature);

export const pushFields = (push: {
  readonly eventId: string;
  readonly trackingNo: string;
  readonly code: number;
  readonly at: string;
  readonly text: string;
}): Array<string | number> => [push.eventId, push.trackingNo, push.code, push.at, push.text];
