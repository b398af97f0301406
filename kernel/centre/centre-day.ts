import type { Clock } from '../clock/clock.ts';
import type { Day } from '../clock/day.ts';
import { DEFAULT_ZONE, localDay } from '../clock/local-day.ts';
import type { Db } from '../db/types.ts';
import { type Centre, findCentre } from './centre.ts';

/** The present moment as a centre has it. */
export interface CentreDay {
  readonly now: Date;
  /** The business day of this moment. */
  readonly today: Day;
  /** In which the centre counts its days. */
  readonly zone: string;
  readonly centre: Centre | undefined;
}

/** The centre with the present moment as it has it. */
export async function centreDay(
  { clock }: { readonly clock: Clock },
  db: Db,
  centreId: number,
): Promise<CentreDay> {
  const centre = await findCentre(db, centreId);
  const zone = centre?.zone ?? DEFAULT_ZONE;
  const now = clock.now();
  return { centre, now, zone, today: localDay(now, zone) };
}

/** The zone in which a centre counts its days. */
export const findZone = async (db: Db, centreId: number): Promise<string> =>
  (await findCentre(db, centreId))?.zone ?? DEFAULT_ZONE;

/** The business day of a centre. */
export async function todayOf(
  deps: { readonly clock: Clock },
  db: Db,
  centreId: number,
): Promise<Day> {
  return (await centreDay(deps, db, centreId)).today;
}
