import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';

import { permissions, type Settings } from '../contract.ts';
import { authoriseAtDesk } from './authorise-desk.ts';
import type { PartiesDeps } from './deps.ts';
import { settingsChanged } from './events.ts';
import * as repository from './repository.ts';
import { DEFAULT_SETTINGS } from './retention.ts';

/** How long this centre keeps personal data, and by which rule. */
export async function getSettingsOf(db: Db, centreId: number): Promise<Settings> {
  const row = await repository.findSetting(db, centreId);
  if (row === undefined) return DEFAULT_SETTINGS;
  return { keepYears: row.keep_years, basis: row.basis, version: row.version };
}

export async function getSettings(deps: PartiesDeps, actor: Actor): Promise<Settings> {
  authoriseAtDesk(actor, permissions.view.name);
  return getSettingsOf(deps.database.db, actor.centreId);
}

/** Changes the retention of the centre; refuses over a version that the editor has not seen. */
export async function changeSettings(
  deps: PartiesDeps,
  actor: Actor,
  input: Settings,
  once: Once,
): Promise<Settings> {
  authorise(actor, permissions.manageSettings.name);
  return deps.database.transaction(async (tx) => {
    const before = await getSettingsOf(tx, actor.centreId);
    requireVersion(before, input.version);
    const after = { ...input, version: before.version + 1 };
    repository.putSetting(tx, {
      centre_id: actor.centreId,
      keep_years: after.keepYears,
      basis: after.basis,
      updated_at: deps.clock.now(),
      version: after.version,
    });
    settingsChanged(tx, deps.clock, actor, { before, after });
    once.claim(tx, after);
    return after;
  });
}
