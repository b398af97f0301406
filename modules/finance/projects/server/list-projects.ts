import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { PageQuery } from '#kernel/http/shapes.ts';
import { addFigures, showFigures } from '#modules/finance/contracts/contract.ts';

import { permissions, type ProjectFilter, type ProjectSort, type YearTotals } from '../contract.ts';
import type { ProjectsDeps } from './deps.ts';
import { chooseProjects, loadYear } from './load-year.ts';

/** The projects of a year: some dozens, so a page has them all. */
export async function listProjects(
  deps: ProjectsDeps,
  actor: Actor,
  query: PageQuery & ProjectFilter & { readonly sort: ProjectSort },
) {
  authorise(actor, permissions.view.name);
  const { projects } = await loadYear(deps, deps.database.db, actor.centreId, query.year);
  const items = chooseProjects(projects, query).map(({ row }) => row);
  return { items, nextCursor: null, total: items.length };
}

/** All projects of a year added up. */
export async function getYear(
  deps: ProjectsDeps,
  actor: Actor,
  asked: number | undefined,
): Promise<YearTotals> {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const { year, years, projects } = await loadYear(deps, db, actor.centreId, asked);
  return {
    year,
    years: [...years],
    projects: projects.length,
    contracts: projects.reduce((sum, { row }) => sum + row.contracts, 0),
    overdue: projects.reduce((sum, { row }) => sum + row.overdue, 0),
    figures: showFigures(addFigures(projects.map((one) => one.figures))),
  };
}
