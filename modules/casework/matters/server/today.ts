import { listCentres } from '#kernel/centre/centre.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Day } from '#kernel/clock/day.ts';
import { DEFAULT_ZONE, localDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';

/** The centre's business day. */
export async function todayOf(db: Db, clock: Clock, centreId: number): Promise<Day> {
  const centres = await listCentres(db);
  const zone = centres.find((centre) => centre.centreId === centreId)?.zone ?? DEFAULT_ZONE;
  return localDay(clock.now(), zone);
}
