import { z } from 'zod';

import { isEqualSecret } from '../../crypto/equal-secret.ts';
import type { FieldPlace } from '../../crypto/field-cipher.ts';
import { hashToken } from '../../crypto/token-hash.ts';
import type { AccessDeps } from '../deps.ts';
import { insertFlow, takeFlow } from '../sessions/guard-repository.ts';
import type { Visit } from '../sessions/visit.ts';

const Kept = z.object({
  journey: z.object({
    state: z.string(),
    nonce: z.string(),
    verifier: z.string(),
    redirectUri: z.string(),
  }),
  returnTo: z.string(),
  /** Hash of the token in the browser's own cookie: nobody can be sent back on somebody else's journey. */
  browser: z.string(),
});
export type KeptJourney = z.infer<typeof Kept>;

/** How long somebody may take at the identity service. */
export const JOURNEY_SECONDS = 600;

function placeOf(centreId: number, flowHash: string): FieldPlace {
  return {
    centreId: String(centreId),
    table: 'kernel.sign_in_flow',
    column: 'content',
    rowId: flowHash,
  };
}

/** Keeps a journey under its state until the browser comes back, to whichever process. */
export async function keepJourney(
  deps: AccessDeps,
  visit: Visit,
  kept: KeptJourney,
): Promise<void> {
  const { centreId } = visit.actor;
  const flowHash = hashToken(kept.journey.state);
  const row = {
    centre_id: centreId,
    flow_hash: flowHash,
    kind: 'identity' as const,
    account_id: null,
    content: deps.cipher.encrypt(placeOf(centreId, flowHash), JSON.stringify(kept)),
    expires_at: new Date(deps.clock.now().getTime() + JOURNEY_SECONDS * 1000),
  };
  await deps.database.transaction((tx) => Promise.resolve(insertFlow(tx, row)));
}

/** The journey of a state, once; undefined when it is unknown, over, used, or of another browser. */
export async function takeJourney(
  deps: AccessDeps,
  visit: Visit,
  state: string,
  browserToken: string | undefined,
): Promise<KeptJourney | undefined> {
  const { centreId } = visit.actor;
  const flowHash = hashToken(state);
  const row = await takeFlow(deps.database.db, centreId, flowHash, 'identity', deps.clock.now());
  if (row === undefined || browserToken === undefined) return undefined;
  const kept = Kept.parse(
    JSON.parse(deps.cipher.decrypt(placeOf(centreId, flowHash), row.content)),
  );
  return isEqualSecret(kept.browser, hashToken(browserToken)) ? kept : undefined;
}
