import { defineSettings } from '#kernel/module/settings.ts';

import { type ComplaintSettings, DEFAULT_SETTINGS, events, permissions } from '../contract.ts';

/** Terms and assessment items of this centre. Limits that run already stay when they change. */
export const { read: readSettings, change: changeSettings } = defineSettings<ComplaintSettings>({
  name: 'complaints.setting',
  defaults: DEFAULT_SETTINGS,
  permission: permissions.manageSettings,
  changed: events.settingsChanged,
});
