import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

import { z } from 'zod';

import type { Clock } from '#kernel/clock/clock.ts';
import type { Database } from '#kernel/db/database.ts';
import { newId } from '#kernel/ids/id.ts';
import { randomToken } from '#kernel/ids/token.ts';

import { ensureKey } from './repository.ts';

export interface StandinKeys {
  readonly jwks: { readonly keys: ReadonlyArray<Record<string, string>> };
  readonly cookieKeys: readonly string[];
}

const Jwk = z.record(z.string(), z.string());
const CookieKeys = z.object({ keys: z.array(z.string()).min(1) });

/** The stand-in's own keys, made at its first start and kept for all processes. */
export async function readKeys(
  database: Database,
  centreId: number,
  clock: Clock,
): Promise<StandinKeys> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const made = { ...privateKey.export({ format: 'jwk' }), kid: newId(), use: 'sig', alg: 'RS256' };
  const now = clock.now();
  return database.transaction(async (tx) => {
    const jwk = await ensureKey(tx, centreId, 'jwk', made, now);
    const cookies = await ensureKey(tx, centreId, 'cookie', { keys: [randomToken()] }, now);
    return { jwks: { keys: [Jwk.parse(jwk)] }, cookieKeys: CookieKeys.parse(cookies).keys };
  });
}
