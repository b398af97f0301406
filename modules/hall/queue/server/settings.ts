import { authorise, mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';

import { DEFAULT_SETTINGS, events, permissions, type QueueSettings } from '../contract.ts';
import type { QueueDeps } from './deps.ts';
import * as repository from './repository.ts';

/** The rules of this centre. */
export async function readSettings(db: Db, centreId: number): Promise<QueueSettings> {
  const row = await repository.findSetting(db, centreId);
  return row === undefined
    ? DEFAULT_SETTINGS
    : { ...DEFAULT_SETTINGS, ...row.body, version: row.version };
}

export async function getSettings({ database }: QueueDeps, actor: Actor): Promise<QueueSettings> {
  if (!mayAnywhere(actor, permissions.view.name)) authorise(actor, permissions.view.name);
  return readSettings(database.db, actor.centreId);
}

/** Changes them for the whole centre; refuses over a version that the editor has not seen. */
export async function changeSettings(
  { database, clock }: QueueDeps,
  actor: Actor,
  input: QueueSettings,
  once: Once,
): Promise<QueueSettings> {
  authorise(actor, permissions.manage.name);
  return database.transaction(async (tx) => {
    const before = await readSettings(tx, actor.centreId);
    requireVersion(before, input.version);
    const { version, ...body } = input;
    const after = { ...body, version: version + 1 };
    repository.putSetting(tx, {
      centre_id: actor.centreId,
      body: JSON.stringify(body),
      version: after.version,
    });
    tell(tx, clock, actor, events.settingsChanged, {
      subject: { kind: 'queue.setting', id: String(actor.centreId) },
      payload: { version: after.version },
      audit: { before, after },
    });
    once.claim(tx, after);
    return after;
  });
}
