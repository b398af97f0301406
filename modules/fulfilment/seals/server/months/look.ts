import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import type { Db } from '#kernel/db/types.ts';
import type { PageQuery } from '#kernel/http/shapes.ts';
import { type Fen, toYuanText } from '#kernel/money/fen.ts';

import {
  type DisputeState,
  EVENT_TYPE,
  type Forecast,
  type Line,
  type MonthInFull,
  type MonthSummary,
  permissions,
} from '../../contract.ts';
import type { SealsDeps } from '../deps.ts';
import { requireMaker } from '../own/acting.ts';
import { listMakers } from '../repository-makers.ts';
import * as repository from '../repository-months.ts';
import { forecastExhaustion } from '../rules/forecast.ts';
import type { MonthRow } from '../tables.ts';
import { readDocument } from './settling.ts';

const isAgreed = ({ dispute }: repository.SumRow) => dispute === 'none' || dispute === 'kept';

function add(sums: readonly repository.SumRow[]): { sets: number; amount: Fen } {
  return {
    sets: sums.reduce((total, { sets }) => total + sets, 0),
    amount: sums.reduce((total, { amount }) => total + amount, 0n),
  };
}

/** What is known of one month. */
interface Known {
  readonly row: MonthRow;
  readonly sums: readonly repository.SumRow[];
  readonly waiting: number;
}

const blank = (centreId: number, month: string): MonthRow => ({
  centre_id: centreId,
  month,
  state: 'open',
  contract_id: null,
  contract_number: '',
  contract_name: '',
  supplier: '',
  unit_price_fen: null,
  document_id: null,
  document_number: '',
  handed_on_at: null,
  version: 1,
});

/** A month as it stands: what is agreed, what is disputed, and how far its document has come. */
async function toSummary(
  { contracts }: SealsDeps,
  db: Db,
  { row, sums, waiting }: Known,
): Promise<MonthSummary> {
  const of = (state: DisputeState) => add(sums.filter(({ dispute }) => dispute === state)).sets;
  const agreed = add(sums.filter(isAgreed));
  const document = await readDocument(contracts, db, row.centre_id, row.document_id);
  return {
    month: row.month,
    state: row.state,
    waiting,
    sets: agreed.sets,
    disputed: of('disputed'),
    dropped: of('dropped'),
    unitPrice: row.unit_price_fen === null ? null : toYuanText(row.unit_price_fen),
    amount: toYuanText(agreed.amount),
    contractNumber: row.contract_number,
    contractName: row.contract_name,
    supplier: row.supplier,
    documentId: row.document_id,
    documentNumber: row.document_number,
    ...document,
    handedOnAt: row.handed_on_at?.toISOString() ?? null,
    version: row.version,
  };
}

/** Every month with signed sets, the newest first; and when the running contract is used up. */
export async function listMonths(
  deps: SealsDeps,
  actor: Actor,
): Promise<{ items: MonthSummary[]; forecast: Forecast | null }> {
  authorise(actor, permissions.settle.name);
  const { db } = deps.database;
  const { centreId } = actor;
  const [rows, sums, counts] = await Promise.all([
    repository.listMonths(db, centreId),
    repository.sumLines(db, centreId),
    repository.countByMonth(db, centreId),
  ]);
  const months = [...new Set([...rows, ...counts].map(({ month }) => month))]
    .toSorted()
    .toReversed();
  const items = await Promise.all(
    months.map((month) =>
      toSummary(deps, db, {
        row: rows.find((row) => row.month === month) ?? blank(centreId, month),
        sums: sums.filter((sum) => sum.month === month),
        waiting: counts.find((count) => count.month === month)?.waiting ?? 0,
      }),
    ),
  );
  return { items, forecast: await forecast(deps, db, centreId, counts) };
}

async function forecast(
  deps: SealsDeps,
  db: Db,
  centreId: number,
  counts: readonly repository.WaitingRow[],
): Promise<Forecast | null> {
  const { today } = await centreDay(deps, db, centreId);
  const asked = { eventType: EVENT_TYPE, onDay: today };
  const meter = await deps.contracts.findMeteredContract(db, centreId, asked);
  if (meter === undefined || meter.unitPriceFen <= 0n) return null;
  const first = meter.servesFrom.slice(0, 7);
  const past = counts
    .filter(({ month }) => month >= first)
    .map(({ month, signed }) => ({ month, sets: signed }));
  const present = today.slice(0, 7);
  const waiting = counts
    .filter(({ month }) => month >= first)
    .reduce((sum, row) => sum + row.waiting, 0);
  const limit = Number(meter.priceFen / meter.unitPriceFen);
  const left = Number(meter.leftFen / meter.unitPriceFen) - waiting;
  const last = meter.servesUntil?.slice(0, 7) ?? `${present.slice(0, 4)}-12`;
  const { perMonth, exhaustedIn } = forecastExhaustion({
    left,
    past,
    present,
    signedInPresent: past.find(({ month }) => month === present)?.sets ?? 0,
    lastMonth: last,
  });
  return {
    contractNumber: meter.number,
    price: toYuanText(meter.priceFen),
    unitPrice: toYuanText(meter.unitPriceFen),
    limit,
    used: limit - left,
    left,
    perMonth,
    exhaustedIn,
    servesUntil: meter.servesUntil,
  };
}

export async function getMonth(deps: SealsDeps, actor: Actor, month: string): Promise<MonthInFull> {
  authorise(actor, permissions.settle.name);
  return loadMonth(deps, deps.database.db, actor.centreId, month);
}

export async function loadMonth(
  deps: SealsDeps,
  db: Db,
  centreId: number,
  month: string,
): Promise<MonthInFull> {
  const [row, sums, counts, makers] = await Promise.all([
    repository.findMonth(db, centreId, month),
    repository.sumLines(db, centreId, month),
    repository.countByMonth(db, centreId),
    listMakers(db, centreId),
  ]);
  const waiting = counts.find((count) => count.month === month)?.waiting ?? 0;
  const known = { row: row ?? blank(centreId, month), sums, waiting };
  const summary = await toSummary(deps, db, known);
  return {
    ...summary,
    byMaker: makers.flatMap((maker) => {
      const own = add(sums.filter((sum) => sum.maker_id === maker.maker_id).filter(isAgreed));
      if (own.sets === 0) return [];
      return [
        {
          makerId: maker.maker_id,
          name: maker.name,
          sets: own.sets,
          amount: toYuanText(own.amount),
        },
      ];
    }),
  };
}

const toLine = (row: repository.LineOfSet, names: ReadonlyMap<string, string>): Line => ({
  setId: row.set_id,
  setNumber: row.number,
  firmName: row.firm_name,
  uscc: row.uscc,
  caseNo: row.case_no,
  makerId: row.maker_id,
  makerName: names.get(row.maker_id) ?? '',
  signedOn: row.signed_on,
  amount: toYuanText(row.amount_fen),
  dispute: row.dispute,
  reason: row.reason,
});

const namesOf = async (db: Db, centreId: number) =>
  new Map((await listMakers(db, centreId)).map((row) => [row.maker_id, row.name]));

export async function listLines(
  deps: SealsDeps,
  actor: Actor,
  { limit, cursor, ...filter }: PageQuery & repository.LineFilter,
) {
  authorise(actor, permissions.settle.name);
  const { db } = deps.database;
  const page = { limit, cursor: readCursor(cursor) };
  const [rows, total, names] = await Promise.all([
    repository.listLines(db, actor.centreId, filter, page),
    repository.countLines(db, actor.centreId, filter),
    namesOf(db, actor.centreId),
  ]);
  const shown = toPage(
    rows,
    limit,
    (row) => toLine(row, names),
    (row) => [row.signed_on, row.set_id],
  );
  return { ...shown, total };
}

export async function getLine(db: Db, centreId: number, month: string, setId: string) {
  const most = { limit: Number.MAX_SAFE_INTEGER - 1, cursor: undefined };
  const rows = await repository.listLines(db, centreId, { month }, most);
  const row = rows.find((line) => line.set_id === setId);
  return row && toLine(row, await namesOf(db, centreId));
}

const MOST_LINES = 20_000;

/** What the maker that somebody signed in for is paid for in a month. */
export async function listMakerLines(deps: SealsDeps, actor: Actor, month: string) {
  const { db } = deps.database;
  const maker = await requireMaker(deps, db, actor);
  const filter = { month, makerId: maker.maker_id };
  const page = { limit: MOST_LINES, cursor: undefined };
  const rows = await repository.listLines(db, actor.centreId, filter, page);
  const agreed = rows.filter(({ dispute }) => dispute === 'none' || dispute === 'kept');
  const names = new Map([[maker.maker_id, maker.name]]);
  return {
    items: rows.map((row) => toLine(row, names)),
    amount: toYuanText(agreed.reduce((sum, { amount_fen }) => sum + amount_fen, 0n)),
  };
}

export async function loadLines(deps: SealsDeps, actor: Actor, month: string): Promise<Line[]> {
  authorise(actor, permissions.settle.name);
  const { db } = deps.database;
  const page = { limit: MOST_LINES, cursor: undefined };
  const rows = await repository.listLines(db, actor.centreId, { month }, page);
  const names = await namesOf(db, actor.centreId);
  return rows.map((row) => toLine(row, names));
}
