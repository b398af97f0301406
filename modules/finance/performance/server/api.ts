import type { Db } from '#kernel/db/types.ts';
import type { BookTarget } from '#modules/finance/budget/contract.ts';

import { level1Words, level2Words, type PublishedTarget } from '../contract.ts';
import type { PerformanceDeps } from './deps.ts';
import { showTarget } from './papers/declaration-paper.ts';
import { listApprovedTargets } from './published.ts';

/** What other modules may ask. */
export interface PerformanceApi {
  /** The approved targets of a year as the budget book prints them. */
  listForBook(db: Db, centreId: number, year: number): Promise<readonly BookTarget[]>;
}

export function createApi(deps: PerformanceDeps): PerformanceApi {
  return {
    listForBook: async (db, centreId, year) =>
      (await listApprovedTargets(deps, db, centreId, year)).map(toBookTarget),
  };
}

function toBookTarget(target: PublishedTarget): BookTarget {
  return {
    projectId: target.projectCode,
    projectName: target.projectName,
    goal: target.annualGoal,
    rows: target.indicators.map((one) => [
      level1Words[one.level1]['zh-CN'],
      level2Words[one.level2]['zh-CN'],
      one.level3,
      showTarget(one),
      one.weight,
    ]),
  };
}
