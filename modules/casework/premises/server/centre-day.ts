import { centreDay as dayOf } from '#kernel/centre/centre-day.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';

export interface CentreDay {
  readonly today: Day;
  readonly zone: string;
  /** Six digits of the district in which premises are filed; empty when the centre has none. */
  readonly district: string;
  readonly isDemonstration: boolean;
}

/** The business day of the centre, and where it lies. */
export async function centreDay(
  deps: { readonly clock: Clock },
  db: Db,
  centreId: number,
): Promise<CentreDay> {
  const { centre, zone, today } = await dayOf(deps, db, centreId);
  const district = centre?.details['divisionCode'];
  return {
    zone,
    today,
    district: typeof district === 'string' ? district : '',
    isDemonstration: centre?.isDemonstration ?? false,
  };
}
