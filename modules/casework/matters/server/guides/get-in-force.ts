import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Db } from '#kernel/db/types.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems } from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';
import type { FixedEdition } from '../edition-cache.ts';
import { findInForce, type InForce } from '../repository-guides.ts';

/** What is in force today of a matter or a bundle. */
export interface ReadNow {
  readonly found: InForce;
  readonly edition: FixedEdition;
  readonly today: string;
}

/** Refuses with `matters/not-in-force`. */
export async function getInForce(
  { clock, editions }: Pick<MattersDeps, 'clock' | 'editions'>,
  db: Db,
  centreId: number,
  matterId: string,
): Promise<ReadNow> {
  const today = await todayOf({ clock }, db, centreId);
  const found = await findInForce(db, centreId, matterId, today);
  const edition =
    found === undefined ? undefined : await editions.find(db, centreId, found.edition_id);
  if (found === undefined || edition === undefined) throw new ProblemError(problems.notInForce);
  return { found, edition, today };
}
