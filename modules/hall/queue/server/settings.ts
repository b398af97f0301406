import { defineSettings } from '#kernel/module/settings.ts';

import { DEFAULT_SETTINGS, events, permissions, type QueueSettings } from '../contract.ts';

/** The rules of this centre. */
export const { read: readSettings, change: changeSettings } = defineSettings<QueueSettings>({
  name: 'queue.setting',
  defaults: DEFAULT_SETTINGS,
  permission: permissions.manage,
  changed: events.settingsChanged,
});
