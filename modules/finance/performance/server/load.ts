import type { Db } from '#kernel/db/types.ts';
import { toYuanText } from '#kernel/money/fen.ts';

import {
  checkIndicators,
  type ProjectFacts,
  shareWeights,
  type Target,
  type TargetSummary,
} from '../contract.ts';
import type { PerformanceDeps } from './deps.ts';
import { readPayment, showPayment } from './payment.ts';
import { readValues } from './read-values.ts';
import * as repository from './repository.ts';
import { spanOfYear } from './span.ts';
import type { TargetRow } from './tables.ts';
import { type Around, toIndicator, toIndicatorNow, toSummary } from './view.ts';

/** What stands around targets of one year, in few statements whatever their number. */
async function loadAround(
  deps: PerformanceDeps,
  db: Db,
  rows: readonly TargetRow[],
): Promise<ReadonlyMap<string, Around>> {
  const [first] = rows;
  if (first === undefined) return new Map();
  const { centre_id: centreId, year } = first;
  const ids = rows.map((row) => row.target_id);
  const [indicators, reviews, payments] = await Promise.all([
    repository.listIndicators(db, centreId, ids),
    repository.listReviews(db, centreId, ids),
    Promise.all(rows.map((row) => readPayment(deps, db, row))),
  ]);
  const span = spanOfYear(deps.clock, year);
  const values = await readValues(deps, db, { centreId, indicators, span });
  return new Map(
    rows.map((row, index) => [
      row.target_id,
      {
        indicators: indicators
          .filter((one) => one.target_id === row.target_id)
          .flatMap((one) => {
            const now = values.get(one.indicator_id);
            return now === undefined ? [] : [toIndicatorNow(toIndicator(one), now)];
          }),
        payment: showPayment(payments[index] ?? { limitFen: 0n, paidFen: 0n }),
        reviews: reviews.filter((one) => one.target_id === row.target_id),
      },
    ]),
  );
}

export async function loadSummaries(
  deps: PerformanceDeps,
  db: Db,
  rows: readonly TargetRow[],
): Promise<TargetSummary[]> {
  const around = await loadAround(deps, db, rows);
  return rows.flatMap((row) => {
    const own = around.get(row.target_id);
    return own === undefined ? [] : [toSummary(row, own)];
  });
}

/** A target as people see it. */
export async function loadTarget(deps: PerformanceDeps, db: Db, row: TargetRow): Promise<Target> {
  const [around, projects] = await Promise.all([
    loadAround(deps, db, [row]),
    listProjectFacts(deps, db, row.centre_id, row.year),
  ]);
  const own = around.get(row.target_id);
  if (own === undefined) throw new Error('A target has nothing around it');
  const { shares, isUsual } = shareWeights(own.indicators);
  return {
    ...toSummary(row, own),
    annualGoal: row.annual_goal,
    indicators: [...own.indicators],
    shares,
    isUsualShare: isUsual,
    faults: checkIndicators(own.indicators, knownMeasures(deps)),
    returnedFor: row.returned_for,
    declaredByName: row.declared_by_name,
    approvedOn: row.approved_on,
    project: projects.get(row.project_code) ?? null,
    ...spanOfYear(deps.clock, row.year),
  };
}

export function knownMeasures(deps: PerformanceDeps): ReadonlySet<string> {
  return new Set(deps.measures().map(({ name }) => name));
}

/** The projects of the approved budget of a year by their codes. */
export async function listProjectFacts(
  { budget }: PerformanceDeps,
  db: Db,
  centreId: number,
  year: number,
): Promise<ReadonlyMap<string, ProjectFacts & { readonly name: string }>> {
  const projects = await budget.listProjects(db, centreId, year);
  return new Map(
    projects.map(({ code, amountFen, ...facts }) => [
      code,
      { ...facts, amount: toYuanText(amountFen) },
    ]),
  );
}
