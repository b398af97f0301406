import { defineSettings } from '#kernel/module/settings.ts';

import { DEFAULT_SETTINGS, events, permissions, type Settings } from '../contract.ts';

/** The rules of this centre. What is filed already stays as it is when they change. */
export const { read: readSettings, change: changeSettings } = defineSettings<Settings>({
  name: 'premises.setting',
  defaults: DEFAULT_SETTINGS,
  permission: permissions.manageSettings,
  changed: events.settingsChanged,
});
