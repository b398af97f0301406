import { listCentres } from '#kernel/centre/centre.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Day } from '#kernel/clock/day.ts';
import { DEFAULT_ZONE, localDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';

export interface CentreDay {
  readonly today: Day;
  readonly now: Date;
  readonly zone: string;
}

/** The present moment as the centre has it. */
export async function centreDay(
  { clock }: { readonly clock: Clock },
  db: Db,
  centreId: number,
): Promise<CentreDay> {
  const centre = (await listCentres(db)).find((one) => one.centreId === centreId);
  const zone = centre?.zone ?? DEFAULT_ZONE;
  const now = clock.now();
  return { now, zone, today: localDay(now, zone) };
}
