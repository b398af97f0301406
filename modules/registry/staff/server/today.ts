import { listCentres } from '#kernel/centre/centre.ts';
import type { Day } from '#kernel/clock/day.ts';
import { DEFAULT_ZONE, localDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';

import type { StaffDeps } from './deps.ts';

/** The centre's business day. */
export async function todayOf(
  { clock }: Pick<StaffDeps, 'clock'>,
  db: Db,
  centreId: number,
): Promise<Day> {
  const centre = (await listCentres(db)).find((one) => one.centreId === centreId);
  return localDay(clock.now(), centre?.zone ?? DEFAULT_ZONE);
}
