import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';
import { toYuanText } from '#kernel/money/fen.ts';

import {
  type Figures,
  type ForecastShown,
  type LineShown,
  NOTHING,
  type Overview,
  permissions,
  type ProjectYear,
  addFigures,
  showFigures,
} from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import { nameOfLine, rebuild, toFigures } from '../figures.ts';
import * as lists from '../repository-lists.ts';
import { sumCounted } from '../repository-meters.ts';
import { listLines, sumLegs, sumPaidByMonth } from '../repository.ts';
import type { ContractRow, LineRow } from '../tables.ts';
import { toForecast } from './forecasts.ts';

/** The years of the ledger, the newest first, and the one asked for or the newest. */
export async function chooseYear(
  db: Db,
  centreId: number,
  asked: number | undefined,
): Promise<{ years: number[]; year: number; lines: LineRow[] }> {
  const all = await listLines(db, centreId);
  const years = [...new Set(all.map((line) => line.year))].toSorted((one, other) => other - one);
  const year = asked ?? years[0] ?? 0;
  return { years, year, lines: all.filter((line) => line.year === year) };
}

/** The day up to which a year is looked at: today, or its end when it is over. */
export function lastDayOf(year: number, today: Day): Day {
  const end = `${String(year).padStart(4, '0')}-12-31`;
  return today < end ? today : end;
}

interface OverviewQuery {
  readonly year?: number | undefined;
  readonly onDay?: Day | undefined;
}

/** A year by project and line as the movements up to a day add up. */
export async function getOverview(
  deps: ContractsDeps,
  actor: Actor,
  query: OverviewQuery,
): Promise<Overview> {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const { centreId } = actor;
  const [{ today, centre }, chosen] = await Promise.all([
    centreDay(deps, db, centreId),
    chooseYear(db, centreId, query.year),
  ]);
  const { year, years, lines } = chosen;
  const onDay = query.onDay ?? lastDayOf(year, today);
  const [sums, months, contracts, late] = await Promise.all([
    sumLegs(db, centreId, onDay),
    sumPaidByMonth(db, centreId, year, onDay),
    lists.listContractsOnLines(
      db,
      centreId,
      lines.map((line) => line.line_id),
    ),
    lists.listLateSettlements(db, centreId, onDay),
  ]);
  const signed = contracts.filter((one) => one.signed_on <= onDay && one.state !== 'reversed');
  const counted = await sumCounted(
    db,
    centreId,
    signed.flatMap((one) => one.meter_event ?? []),
  );
  const rebuilt = rebuild(sums);
  const figuresOf = (line: LineRow): Figures => rebuilt.get(line.line_id) ?? NOTHING;
  const projects = groupByProject(lines, {
    figuresOf,
    contracts: signed,
    late: new Map(late.map((one) => [one.settlement_id, one.contract_id])),
    forecasts: signed.flatMap((one) => toForecast(one, counted, onDay) ?? []),
  });
  return {
    year,
    onDay,
    years,
    figures: showFigures(addFigures(lines.map(figuresOf))),
    months: months.map(({ month, fen }) => ({ month, paid: toYuanText(fen) })),
    projects,
    isDemonstration: centre?.isDemonstration ?? false,
  };
}

interface Around {
  readonly figuresOf: (line: LineRow) => Figures;
  readonly contracts: readonly ContractRow[];
  /** Contract of each late settlement. */
  readonly late: ReadonlyMap<string, string>;
  readonly forecasts: readonly ForecastShown[];
}

function groupByProject(lines: readonly LineRow[], around: Around): ProjectYear[] {
  const groups = Map.groupBy(lines, (line) => line.project_code);
  return [...groups]
    .map(([code, own]) => {
      const contracts = around.contracts.filter((one) => one.project_code === code);
      const ids = new Set(contracts.map((one) => one.contract_id));
      return {
        code,
        name: own[0]?.project_name ?? '',
        figures: showFigures(addFigures(own.map(around.figuresOf))),
        contracts: contracts.length,
        overdue: [...around.late.values()].filter((id) => ids.has(id)).length,
        forecasts: around.forecasts.filter((one) => ids.has(one.contractId)),
        lines: own.map((line) => showLine(line, around.figuresOf(line))),
      };
    })
    .toSorted((one, other) => compareCodes(one.code, other.code));
}

/** Projects in their order; basic expenditure, which has no project, after them. */
function compareCodes(one: string, other: string): number {
  if ((one === '') !== (other === '')) return one === '' ? 1 : -1;
  return one < other ? -1 : 1;
}

export function showLine(line: LineRow, figures: Figures): LineShown {
  return {
    id: line.line_id,
    key: line.line_key,
    year: line.year,
    projectCode: line.project_code,
    projectName: line.project_name,
    part: line.part,
    name: nameOfLine(line),
    figures: showFigures(figures),
  };
}

/** The lines of a year with what they hold now. */
export async function listLinesNow(
  { database }: ContractsDeps,
  actor: Actor,
  asked: number | undefined,
) {
  authorise(actor, permissions.view.name);
  const { lines } = await chooseYear(database.db, actor.centreId, asked);
  return { items: lines.map((line) => showLine(line, toFigures(line))) };
}
