import { deriveKey } from '../crypto/derive-key.ts';
import { hmacSm3, toMacKey } from '../crypto/sm3.ts';
import { normaliseCode } from '../ids/token.ts';

/** Keyed hashes of this part, each for one purpose, all derived from the session secret. */
export interface AccessKeys {
  /** The token that this site's pages repeat with unsafe requests; follows from the session's own token. */
  csrfToken(sessionToken: string): string;
  /** Under which failures are counted; tells nothing about the name, and exists for unknown names too. */
  guardKey(kind: 'password' | 'factor', centreId: number, value: string): string;
  /** What is stored of a code that people type, too short for a plain hash. */
  codeHash(kind: 'enrolment' | 'recovery', centreId: number, code: string): string;
  /** The key of a device: the same for the same code and nonce, so that a lost answer can be asked for again. */
  deviceKey(centreId: number, code: string, nonce: string): string;
}

/** Derives the keys. `sessionKey` is the secret of the installation; all its processes share it. */
export function createAccessKeys(sessionKey: string): AccessKeys {
  const master = Buffer.from(sessionKey, 'utf8');
  const keyFor = (label: string) => toMacKey(deriveKey(master, label, 32));
  const csrf = keyFor('access/csrf/1');
  const guard = keyFor('access/guard/1');
  const code = keyFor('access/code/1');
  const device = keyFor('access/device-key/1');
  const join = (...parts: ReadonlyArray<string | number>) => JSON.stringify(parts);
  return {
    csrfToken: (sessionToken) => hmacSm3(csrf, sessionToken).toString('base64url'),
    guardKey: (kind, centreId, value) =>
      hmacSm3(guard, join(kind, centreId, value)).toString('base64url'),
    codeHash: (kind, centreId, text) =>
      hmacSm3(code, join(kind, centreId, normaliseCode(text))).toString('base64url'),
    deviceKey: (centreId, text, nonce) =>
      `owd_${hmacSm3(device, join(centreId, normaliseCode(text), nonce)).toString('base64url')}`,
  };
}
