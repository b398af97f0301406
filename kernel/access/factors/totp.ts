import { Secret, TOTP } from 'otpauth';

import { fillSecureRandom } from '../../ids/random.ts';

const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;

// What every authenticator app understands: six digits, thirty seconds, HMAC-SHA1 (RFC 6238).
const shape = { algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS } as const;

/** A new secret in base32, as people can type it into an app. */
export function makeTotpSecret(): string {
  const bytes = new Uint8Array(SECRET_BYTES);
  fillSecureRandom(bytes);
  return new Secret({ buffer: bytes.buffer }).base32;
}

/** The `otpauth://` address for a QR code. */
export function toTotpUri(secret: string, issuer: string, label: string): string {
  return new TOTP({ ...shape, issuer, label, secret: Secret.fromBase32(secret) }).toString();
}

/**
 * The time step that a code belongs to, from one before to one after the present one, so that a clock may
 * be half a minute off; undefined when the code is wrong. The caller refuses a step already used.
 */
export function findTotpStep(secret: string, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const delta = TOTP.validate({
    ...shape,
    token: code,
    secret: Secret.fromBase32(secret),
    timestamp: now.getTime(),
    window: 1,
  });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta;
}
