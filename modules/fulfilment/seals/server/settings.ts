import { defineSettings } from '#kernel/module/settings.ts';

import { DEFAULT_SETTINGS, events, permissions, type Settings } from '../contract.ts';

/** The rules of this centre. What runs keeps the days that it was promised. */
export const { read: readSettings, change: changeSettings } = defineSettings<Settings>({
  name: 'seals.setting',
  defaults: DEFAULT_SETTINGS,
  permission: permissions.manage,
  changed: events.settingsChanged,
});
