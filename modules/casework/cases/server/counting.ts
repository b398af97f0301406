import { localDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';

import type { CasesDeps } from './deps.ts';
import type { Counting } from './row.ts';
import { readSettings } from './settings.ts';

/** Calendar, settings and the legal day: limits end by Beijing time wherever the centre’s clock hangs. */
export async function loadCounting(deps: CasesDeps, db: Db, centreId: number): Promise<Counting> {
  const [calendar, settings] = await Promise.all([
    deps.calendar.getCalendar(db, centreId),
    readSettings(db, centreId),
  ]);
  return { calendar, settings, today: localDay(deps.clock.now()) };
}
