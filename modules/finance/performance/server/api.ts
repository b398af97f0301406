import type { Db } from '#kernel/db/types.ts';

import type { PublishedTarget } from '../contract.ts';
import type { PerformanceDeps } from './deps.ts';
import { listApprovedTargets } from './published.ts';

/** What other modules may ask. */
export interface PerformanceApi {
  /** The approved targets of a year, for whoever publishes them with the budget. */
  listApproved(db: Db, centreId: number, year: number): Promise<readonly PublishedTarget[]>;
}

export function createApi(deps: PerformanceDeps): PerformanceApi {
  return { listApproved: (db, centreId, year) => listApprovedTargets(deps, db, centreId, year) };
}
