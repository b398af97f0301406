import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { defineSettings } from '#kernel/module/settings.ts';

import { DEFAULT_SETTINGS, events, type KioskSettings, permissions } from '../contract.ts';
import type { KioskDeps } from './deps.ts';
import { getKiosk } from './visits/find-kiosk.ts';

/** The times of this centre. */
export const { read: readSettings, change: changeSettings } = defineSettings<KioskSettings>({
  name: 'kiosk.setting',
  defaults: DEFAULT_SETTINGS,
  permission: permissions.manage,
  changed: events.settingsChanged,
});

export async function getSettings(deps: KioskDeps, actor: Actor): Promise<KioskSettings> {
  authorise(actor, permissions.manage.name);
  return readSettings(deps.database.db, actor.centreId);
}

/** The same for a kiosk itself. */
export async function getOwnTimes(deps: KioskDeps, actor: Actor): Promise<KioskSettings> {
  await getKiosk(deps, actor);
  return readSettings(deps.database.db, actor.centreId);
}
