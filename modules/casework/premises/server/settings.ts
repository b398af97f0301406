import { defineSettings } from '#kernel/module/settings.ts';

import { DEFAULT_SETTINGS, events, permissions, type Settings } from '../contract.ts';
import * as repository from './repository.ts';

/** The rules of this centre. What is filed already stays as it is when they change. */
export const { read: readSettings, change: changeSettings } = defineSettings<Settings>({
  subject: 'premises.setting',
  defaults: DEFAULT_SETTINGS,
  permission: permissions.manageSettings,
  changed: events.settingsChanged,
  find: repository.findSettings,
  put: repository.putSettings,
});
