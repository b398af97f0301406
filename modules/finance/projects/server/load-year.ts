import type { Db } from '#kernel/db/types.ts';
import { type Figures, limitOf, showFigures } from '#modules/finance/contracts/contract.ts';
import type { ProjectMoney } from '#modules/finance/contracts/index.ts';

import type { ProjectFilter, ProjectRow, ProjectSort } from '../contract.ts';
import type { ProjectsDeps } from './deps.ts';

/** A project of a year with its figures as they are added up, before they are shown. */
export interface Loaded {
  readonly row: ProjectRow;
  readonly figures: Figures;
}

export interface LoadedYear {
  readonly year: number;
  readonly years: readonly number[];
  readonly projects: readonly Loaded[];
}

/** Every project of a year, in the order of its code; of the newest year of the ledger unless said. */
export async function loadYear(
  { budget, contracts }: ProjectsDeps,
  db: Db,
  centreId: number,
  asked: number | undefined,
): Promise<LoadedYear> {
  const [pool, all] = await Promise.all([
    budget.listPool(db, centreId),
    contracts.listProjectYears(db, centreId, {}),
  ]);
  const years = [...new Set(all.map((one) => one.year))].toSorted((one, other) => other - one);
  const year = asked ?? years[0] ?? 0;
  const offices = new Map(pool.map((project) => [project.code, project.office]));
  const projects = all
    .filter((one) => one.year === year)
    .map((one) => ({ figures: one.figures, row: toRow(one, offices.get(one.code) ?? '') }))
    .toSorted((one, other) => (one.row.code < other.row.code ? -1 : 1));
  return { year, years, projects };
}

function toRow(money: ProjectMoney, office: string): ProjectRow {
  const { code, name, figures, contracts, forecasts } = money;
  return {
    code,
    name,
    office,
    figures: showFigures(figures),
    contracts: contracts.length,
    overdue: contracts.reduce((sum, one) => sum + one.overdue, 0),
    forecasts: [...forecasts],
  };
}

/** Those that a search and filters leave, in the order asked for. */
export function chooseProjects(
  all: readonly Loaded[],
  query: Omit<ProjectFilter, 'year'> & {
    readonly search?: string | undefined;
    readonly sort: ProjectSort;
  },
): Loaded[] {
  const { search = '', office, look, sort } = query;
  const asked = search.toLowerCase();
  const fits = ({ row, figures }: Loaded) =>
    `${row.code} ${row.name} ${row.office}`.toLowerCase().includes(asked) &&
    (office === undefined || row.office === office) &&
    isLookedFor(look, row, figures);
  const [key, sign] = sort.startsWith('-') ? [sort.slice(1), -1] : [sort, 1];
  const order = (one: Loaded, other: Loaded) => {
    const [a, b] = [placeOf(one, key), placeOf(other, key)];
    return a === b ? 0 : sign * (a < b ? -1 : 1);
  };
  return all.filter(fits).toSorted(order);
}

function placeOf({ row, figures }: Loaded, key: string): bigint | string {
  switch (key) {
    case 'limit':
      return limitOf(figures);
    case 'available':
      return figures.buckets.available;
    case 'paid':
      return figures.buckets.paid;
    default:
      return row.code;
  }
}

function isLookedFor(look: ProjectFilter['look'], row: ProjectRow, figures: Figures): boolean {
  switch (look) {
    case undefined:
      return true;
    case 'overdue':
      return row.overdue > 0;
    case 'exhausting':
      return row.forecasts.some((one) => !one.lastsTheYear);
    case 'open':
      return figures.buckets.available > 0n;
  }
}
