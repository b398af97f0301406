import { defineSettings } from '#kernel/module/settings.ts';

import { DEFAULT_SETTINGS, events, permissions, type Settings } from '../contract.ts';
import * as repository from './repository.ts';

/** The rules of this centre. What runs keeps the days that it was promised. */
export const { read: readSettings, change: changeSettings } = defineSettings<Settings>({
  subject: 'seals.setting',
  defaults: DEFAULT_SETTINGS,
  permission: permissions.manage,
  changed: events.settingsChanged,
  find: repository.findSettings,
  put: repository.putSettings,
});
