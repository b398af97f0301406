import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { defineSettings } from '#kernel/module/settings.ts';

import { DEFAULT_SETTINGS, events, permissions, type Settings } from '../contract.ts';
import type { CourierDeps } from './deps.ts';

/** Whose parcels are free in a centre, and what is allowed on a bill. */
export const { read: readSettings, change: changeSettings } = defineSettings<Settings>({
  name: 'courier.setting',
  defaults: DEFAULT_SETTINGS,
  permission: permissions.manage,
  changed: events.settingsChanged,
});

export async function getSettings({ database }: CourierDeps, actor: Actor): Promise<Settings> {
  authorise(actor, permissions.manage.name);
  return readSettings(database.db, actor.centreId);
}
