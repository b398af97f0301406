import type { Db } from '#kernel/db/types.ts';

import type { PublishedTarget } from '../contract.ts';
import type { PerformanceDeps } from './deps.ts';
import { listProjectFacts } from './load.ts';
import * as repository from './repository.ts';
import { thisYear } from './span.ts';
import { toIndicator } from './view.ts';

/** The approved targets of a year; a draft and what was only declared are nobody's business yet. */
export async function listApprovedTargets(
  deps: PerformanceDeps,
  db: Db,
  centreId: number,
  year: number,
): Promise<PublishedTarget[]> {
  const all = await repository.listTargets(db, centreId, year);
  const rows = all.filter(({ state }) => state === 'approved');
  const ids = rows.map((row) => row.target_id);
  const [indicators, projects] = await Promise.all([
    repository.listIndicators(db, centreId, ids),
    listProjectFacts(deps, db, centreId, year),
  ]);
  return rows.map((row) => ({
    projectCode: row.project_code,
    projectName: row.project_name,
    annualGoal: row.annual_goal,
    approvedOn: row.approved_on,
    project: projects.get(row.project_code) ?? null,
    indicators: indicators
      .filter((one) => one.target_id === row.target_id)
      .map((one) => {
        const { id: _id, measure: _measure, basis: _basis, ...shown } = toIndicator(one);
        return shown;
      }),
  }));
}

/** The same for everybody, of the year that is asked for or the newest that has any. */
export async function getPublishedTargets(
  deps: PerformanceDeps,
  centreId: number,
  asked: { readonly year?: number | undefined },
) {
  const { db } = deps.database;
  const all = await repository.listTargets(db, centreId);
  const years = [
    ...new Set(all.filter(({ state }) => state === 'approved').map((row) => row.year)),
  ];
  const year = asked.year ?? years[0] ?? thisYear(deps.clock);
  return { year, years, items: await listApprovedTargets(deps, db, centreId, year) };
}
