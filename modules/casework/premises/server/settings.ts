import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';

import { DEFAULT_SETTINGS, events, permissions, type Settings } from '../contract.ts';
import type { PremisesDeps } from './deps.ts';
import * as repository from './repository.ts';

/** The rules of this centre, with the product’s own where it set none. */
export async function readSettings(db: Db, centreId: number): Promise<Settings> {
  return { ...DEFAULT_SETTINGS, ...(await repository.findSettings(db, centreId)) };
}

/** Changes them; refuses over a version that the editor has not seen. What is filed already stays. */
export async function changeSettings(
  { database, clock }: PremisesDeps,
  actor: Actor,
  input: Settings,
  once: Once,
): Promise<Settings> {
  authorise(actor, permissions.manageSettings.name);
  return database.transaction(async (tx) => {
    const before = await readSettings(tx, actor.centreId);
    requireVersion(before, input.version);
    const after = { ...input, version: input.version + 1 };
    repository.putSettings(tx, actor.centreId, after);
    tell(tx, clock, actor, events.settingsChanged, {
      subject: { kind: 'premises.setting', id: String(actor.centreId) },
      payload: { version: after.version },
      audit: { before, after },
    });
    once.claim(tx, after);
    return after;
  });
}
