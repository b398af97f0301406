import { listCentres } from '#kernel/centre/centre.ts';
import type { Day } from '#kernel/clock/day.ts';
import { DEFAULT_ZONE, localDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';
import { defineSettings } from '#kernel/module/settings.ts';

import { type ComplaintSettings, DEFAULT_SETTINGS, events, permissions } from '../contract.ts';
import type { ComplaintsDeps } from './deps.ts';

/** Terms and assessment items of this centre. Limits that run already stay when they change. */
export const { read: readSettings, change: changeSettings } = defineSettings<ComplaintSettings>({
  name: 'complaints.setting',
  defaults: DEFAULT_SETTINGS,
  permission: permissions.manageSettings,
  changed: events.settingsChanged,
});

/** The business day of the centre. */
export async function todayOf(
  { clock }: Pick<ComplaintsDeps, 'clock'>,
  db: Db,
  centreId: number,
): Promise<Day> {
  const centre = (await listCentres(db)).find((one) => one.centreId === centreId);
  return localDay(clock.now(), centre?.zone ?? DEFAULT_ZONE);
}
