import { tell } from '../../events/tell.ts';
import { authorise } from '../authorise.ts';
import type { Actor } from '../contract-actor.ts';
import type { AccessSettings } from '../contract-entry.ts';
import { accessEvents } from '../contract-events.ts';
import { accessPermissions } from '../contract-permissions.ts';
import type { AccessDeps } from '../deps.ts';
import { requireFreshProof } from '../sessions/give-proof.ts';
import { readSettings, writeSettings } from './repository.ts';

/** The centre's rules of sign-in. */
export async function getSettings(deps: AccessDeps, actor: Actor): Promise<AccessSettings> {
  authorise(actor, accessPermissions.manageSettings.name);
  return readSettings(deps.database.db, actor.centreId);
}

/** Changes the rules of sign-in; needs a fresh proof. Open sessions keep the limits they were opened with. */
export async function changeSettings(
  deps: AccessDeps,
  actor: Actor,
  settings: AccessSettings,
): Promise<AccessSettings> {
  authorise(actor, accessPermissions.manageSettings.name);
  await requireFreshProof(deps, actor);
  await deps.database.transaction(async (tx) => {
    const before = await readSettings(tx, actor.centreId);
    writeSettings(tx, actor.centreId, settings, deps.clock.now());
    tell(tx, deps.clock, actor, accessEvents.settingsChanged, {
      subject: { kind: 'access.settings', id: String(actor.centreId) },
      payload: settings,
      audit: { before },
    });
  });
  return settings;
}
