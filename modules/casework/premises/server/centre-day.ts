import { listCentres } from '#kernel/centre/centre.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Day } from '#kernel/clock/day.ts';
import { DEFAULT_ZONE, localDay } from '#kernel/clock/local-day.ts';
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
  { clock }: { readonly clock: Clock },
  db: Db,
  centreId: number,
): Promise<CentreDay> {
  const centre = (await listCentres(db)).find((one) => one.centreId === centreId);
  const zone = centre?.zone ?? DEFAULT_ZONE;
  const district = centre?.details['divisionCode'];
  return {
    zone,
    today: localDay(clock.now(), zone),
    district: typeof district === 'string' ? district : '',
    isDemonstration: centre?.isDemonstration ?? false,
  };
}
