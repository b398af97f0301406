import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { toYuanText } from '#kernel/money/fen.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { showFigures } from '#modules/finance/contracts/contract.ts';
import type { ProjectContract, ProjectMoney } from '#modules/finance/contracts/index.ts';

import { permissions, type Project, type ProjectYearShown } from '../contract.ts';
import type { ProjectsDeps } from './deps.ts';

/** One project over its years. */
export async function getProject(
  { database, budget, contracts }: ProjectsDeps,
  actor: Actor,
  code: string,
): Promise<Project> {
  authorise(actor, permissions.view.name);
  const { db } = database;
  const { centreId } = actor;
  const [pool, years, versions] = await Promise.all([
    budget.listPool(db, centreId),
    contracts.listProjectYears(db, centreId, { code }),
    budget.listProjectVersions(db, centreId, code),
  ]);
  const project = orNotFound(pool.find((one) => one.code === code));
  const { name, office, implementer, startsOn, endsOn, overview } = project;
  return {
    code,
    name,
    office,
    implementer,
    startsOn,
    endsOn,
    overview,
    years: years.map(toYear).toSorted((one, other) => other.year - one.year),
    versions: versions.map(({ lines, amountFen, ...version }) => ({
      ...version,
      amount: toYuanText(amountFen),
      lines: lines.map(({ key, part, amountFen: fen }) => ({ key, part, amount: toYuanText(fen) })),
    })),
  };
}

function toYear({ year, figures, lines, contracts, forecasts }: ProjectMoney): ProjectYearShown {
  return {
    year,
    figures: showFigures(figures),
    lines: lines.map((line) => ({
      id: line.lineId,
      key: line.key,
      name: line.name,
      figures: showFigures(line.figures),
    })),
    contracts: contracts.map(toContract),
    forecasts: [...forecasts],
  };
}

function toContract(contract: ProjectContract): ProjectYearShown['contracts'][number] {
  const { contractId: id, priceFen, settledFen, paidFen, ...rest } = contract;
  return {
    ...rest,
    id,
    price: toYuanText(priceFen),
    settled: toYuanText(settledFen),
    paid: toYuanText(paidFen),
  };
}
