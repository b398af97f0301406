import { defineSettings } from '#kernel/module/settings.ts';

import { type CaseSettings, DEFAULT_SETTINGS, events, permissions } from '../contract.ts';

/** When lights change in this centre, and limits of its own. Lights follow a change with the next night. */
export const { read: readSettings, change: changeSettings } = defineSettings<CaseSettings>({
  name: 'cases.setting',
  defaults: DEFAULT_SETTINGS,
  permission: permissions.manageSettings,
  changed: events.settingsChanged,
});
