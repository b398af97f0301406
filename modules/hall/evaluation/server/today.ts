import { listCentres } from '#kernel/centre/centre.ts';
import type { Day } from '#kernel/clock/day.ts';
import { DEFAULT_ZONE, localDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';

import type { EvaluationDeps } from './deps.ts';

/** The zone in which the centre counts its days. */
export async function zoneOf(db: Db, centreId: number): Promise<string> {
  const centre = (await listCentres(db)).find((one) => one.centreId === centreId);
  return centre?.zone ?? DEFAULT_ZONE;
}

/** The business day of the centre. */
export async function todayOf(
  { clock }: Pick<EvaluationDeps, 'clock'>,
  db: Db,
  centreId: number,
): Promise<Day> {
  return localDay(clock.now(), await zoneOf(db, centreId));
}
