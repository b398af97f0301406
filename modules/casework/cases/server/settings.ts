import { authorise, mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';

import { type CaseSettings, DEFAULT_SETTINGS, events, permissions } from '../contract.ts';
import type { CasesDeps } from './deps.ts';
import * as repository from './repository-parts.ts';

/** When lights change in this centre, and limits of its own. */
export async function readSettings(db: Db, centreId: number): Promise<CaseSettings> {
  const row = await repository.findSetting(db, centreId);
  return row === undefined
    ? DEFAULT_SETTINGS
    : { ...DEFAULT_SETTINGS, ...row.body, version: row.version };
}

export async function getSettings({ database }: CasesDeps, actor: Actor): Promise<CaseSettings> {
  if (!mayAnywhere(actor, permissions.view.name)) authorise(actor, permissions.view.name);
  return readSettings(database.db, actor.centreId);
}

/** Changes them; refuses over a version that the editor has not seen. Lights follow with the next night. */
export async function changeSettings(
  { database, clock }: CasesDeps,
  actor: Actor,
  input: CaseSettings,
  once: Once,
): Promise<CaseSettings> {
  authorise(actor, permissions.manageSettings.name);
  return database.transaction(async (tx) => {
    const before = await readSettings(tx, actor.centreId);
    requireVersion(before, input.version);
    const { version, ...body } = input;
    const after = { ...body, version: version + 1 };
    repository.putSetting(tx, { centre_id: actor.centreId, body, version: after.version });
    tell(tx, clock, actor, events.settingsChanged, {
      subject: { kind: 'cases.setting', id: String(actor.centreId) },
      payload: { version: after.version },
      audit: { before, after },
    });
    once.claim(tx, after);
    return after;
  });
}
