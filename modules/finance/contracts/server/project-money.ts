import { centreDay } from '#kernel/centre/centre-day.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Fen } from '#kernel/money/fen.ts';

import {
  type ContractState,
  type ContractType,
  type Figures,
  type ForecastShown,
  type PublicationState,
  addFigures,
} from '../contract.ts';
import type { ContractsDeps } from './deps.ts';
import { nameOfLine, toFigures } from './figures.ts';
import { toForecast } from './looks/forecasts.ts';
import { lastDayOf } from './looks/get-overview.ts';
import { isOverdue, publicationOf } from './looks/settled.ts';
import * as contracts from './repository-contracts.ts';
import { listContractsOnLines } from './repository-lists.ts';
import { type CountedDay, sumCounted } from './repository-meters.ts';
import { listLines } from './repository.ts';
import type { ContractRow, LineRow, SettlementRow, ShareRow } from './tables.ts';

/** A contract of a project, as far as others ask. */
export interface ProjectContract {
  readonly contractId: string;
  readonly number: string;
  readonly name: string;
  readonly supplier: string;
  readonly type: ContractType;
  readonly state: ContractState;
  readonly signedOn: string;
  readonly priceFen: Fen;
  readonly settledFen: Fen;
  readonly paidFen: Fen;
  readonly publication: PublicationState;
  /** Settlements that are late now. */
  readonly overdue: number;
}

/** What a project may spend in a year, where that money stands, and who holds it. */
export interface ProjectMoney {
  readonly year: number;
  readonly code: string;
  readonly name: string;
  readonly figures: Figures;
  readonly lines: ReadonlyArray<{
    readonly lineId: string;
    readonly key: string;
    readonly name: string;
    readonly figures: Figures;
  }>;
  readonly contracts: readonly ProjectContract[];
  /** Of metered contracts: when what is left runs out. */
  readonly forecasts: readonly ForecastShown[];
}

/** Projects by year, as their lines stand now; basic expenditure has no project. */
export async function listProjectYears(
  deps: ContractsDeps,
  db: Db,
  centreId: number,
  of: { readonly year?: number; readonly code?: string },
): Promise<ProjectMoney[]> {
  const [{ today }, all] = await Promise.all([
    centreDay(deps, db, centreId),
    listLines(db, centreId, of.year),
  ]);
  const lines = all.filter(
    (line) => line.project_code !== '' && (of.code === undefined || line.project_code === of.code),
  );
  const rows = await listContractsOnLines(
    db,
    centreId,
    lines.map((line) => line.line_id),
  );
  const ids = rows.map((row) => row.contract_id);
  const [shares, settlements, counted] = await Promise.all([
    contracts.listShares(db, centreId, ids),
    contracts.listSettlements(db, centreId, ids),
    sumCounted(
      db,
      centreId,
      rows.flatMap((row) => row.meter_event ?? []),
    ),
  ]);
  const groups = Map.groupBy(lines, (line) => `${line.year} ${line.project_code}`);
  return [...groups.values()].map((own) =>
    toMoney(own, { rows, shares, settlements, counted, today }),
  );
}

interface Around {
  readonly rows: readonly ContractRow[];
  readonly shares: readonly ShareRow[];
  readonly settlements: readonly SettlementRow[];
  readonly counted: readonly CountedDay[];
  readonly today: string;
}

function toMoney(lines: readonly LineRow[], around: Around): ProjectMoney {
  const { rows, shares, settlements, counted, today } = around;
  const [first] = lines;
  const lineIds = new Set(lines.map((line) => line.line_id));
  const held = new Set(
    shares.filter((share) => lineIds.has(share.line_id)).map((share) => share.contract_id),
  );
  const own = rows.filter((row) => held.has(row.contract_id) && row.state !== 'reversed');
  const year = first?.year ?? 0;
  return {
    year,
    code: first?.project_code ?? '',
    name: first?.project_name ?? '',
    figures: addFigures(lines.map(toFigures)),
    lines: lines.map((line) => ({
      lineId: line.line_id,
      key: line.line_key,
      name: nameOfLine(line),
      figures: toFigures(line),
    })),
    contracts: own.map((row) => toProjectContract(row, settlements, today)),
    forecasts: own.flatMap((row) => toForecast(row, counted, lastDayOf(year, today)) ?? []),
  };
}

function toProjectContract(
  row: ContractRow,
  settlements: readonly SettlementRow[],
  today: string,
): ProjectContract {
  const late = settlements.filter(
    (one) => one.contract_id === row.contract_id && isOverdue(one, today),
  );
  return {
    contractId: row.contract_id,
    number: row.number,
    name: row.name,
    supplier: row.supplier,
    type: row.type,
    state: row.state,
    signedOn: row.signed_on,
    priceFen: row.price_fen,
    settledFen: row.settled_fen,
    paidFen: row.paid_fen,
    publication: publicationOf(row, today),
    overdue: late.length,
  };
}
