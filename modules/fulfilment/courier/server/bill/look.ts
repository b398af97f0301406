import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import type { Db } from '#kernel/db/types.ts';
import type { PageQuery } from '#kernel/http/shapes.ts';
import { toYuanText } from '#kernel/money/fen.ts';
import { readDocument } from '#modules/fulfilment/seals/index.ts';

import {
  type BillLine,
  Difference,
  type MonthInFull,
  type MonthSummary,
  permissions,
} from '../../contract.ts';
import type { CourierDeps } from '../deps.ts';
import * as repository from '../repository-bill.ts';
import type { BillLineRow, MonthRow } from '../tables.ts';

export const toBillLine = (row: BillLineRow): BillLine => ({
  rowNumber: row.row_number,
  trackingNo: row.tracking_no,
  ourNumber: row.our_number,
  billedOn: row.billed_on,
  weightGrams: row.weight_grams,
  amount: row.amount_fen === null ? null : toYuanText(row.amount_fen),
  parcelId: row.parcel_id,
  signedOn: row.signed_on,
  difference: row.difference,
  held: row.held,
  verdict: row.verdict,
  reason: row.reason,
  settledIn: row.settled_in,
});

interface Books {
  readonly sums: readonly repository.SumRow[];
  readonly delivered: readonly repository.DeliveredRow[];
}

async function loadBooks(db: Db, centreId: number): Promise<Books> {
  const [sums, delivered] = await Promise.all([
    repository.sumLines(db, centreId),
    repository.countDelivered(db, centreId),
  ]);
  return { sums, delivered };
}

const count = (sums: readonly repository.SumRow[]) =>
  sums.reduce((total, { lines }) => total + lines, 0);
const billedOf = (sums: readonly repository.SumRow[]) =>
  toYuanText(sums.reduce((total, { billed }) => total + billed, 0n));
const isAgreed = ({ verdict }: repository.SumRow) =>
  verdict === 'agreed' || verdict === 'paid-at-contract';

async function toSummary(
  { contracts }: CourierDeps,
  db: Db,
  row: MonthRow,
  { sums, delivered }: Books,
): Promise<MonthSummary> {
  const own = sums.filter(({ month }) => month === row.month);
  // With this month's document go its own lines, and older ones that were judged late.
  const settled = sums.filter((sum) => isAgreed(sum) && sum.settled_in === row.month);
  const waiting = own.filter((sum) => isAgreed(sum) && sum.settled_in === null);
  const agreed = count(row.state === 'handed-on' ? settled : waiting);
  const then = delivered.find(({ month }) => month === row.month);
  const document = await readDocument(contracts, db, row.centre_id, row.document_id);
  return {
    month: row.month,
    state: row.state,
    delivered: then?.delivered ?? 0,
    unbilled: then?.unbilled ?? 0,
    billedRows: row.billed_rows,
    billed: billedOf(own),
    agreed,
    amount: toYuanText(BigInt(agreed) * (row.unit_price_fen ?? 0n)),
    open: count(own.filter(({ verdict }) => verdict === 'open')),
    dropped: count(own.filter(({ verdict }) => verdict === 'dropped')),
    unitPrice: row.unit_price_fen === null ? null : toYuanText(row.unit_price_fen),
    contractNumber: row.contract_number,
    contractName: row.contract_name,
    supplier: row.supplier,
    fileName: row.file_name,
    documentId: row.document_id,
    documentNumber: row.document_number,
    ...document,
    handedOnAt: row.handed_on_at?.toISOString() ?? null,
    version: row.version,
  };
}

/** Every month with delivered parcels or a bill, the newest first. */
export async function listMonths(
  deps: CourierDeps,
  actor: Actor,
): Promise<{ items: MonthSummary[] }> {
  authorise(actor, permissions.settle.name);
  const { db } = deps.database;
  const { centreId } = actor;
  const [rows, books] = await Promise.all([
    repository.listMonths(db, centreId),
    loadBooks(db, centreId),
  ]);
  const known = new Map(rows.map((row) => [row.month, row]));
  const months = new Set([...known.keys(), ...books.delivered.map(({ month }) => month)]);
  const items = await Promise.all(
    [...months]
      .toSorted()
      .toReversed()
      .map((month) =>
        toSummary(deps, db, known.get(month) ?? repository.blankMonth(centreId, month), books),
      ),
  );
  return { items };
}

export async function getMonth(
  deps: CourierDeps,
  actor: Actor,
  month: string,
): Promise<MonthInFull> {
  authorise(actor, permissions.settle.name);
  return loadMonth(deps, deps.database.db, actor.centreId, month);
}

export async function loadMonth(
  deps: CourierDeps,
  db: Db,
  centreId: number,
  month: string,
): Promise<MonthInFull> {
  const [found, books] = await Promise.all([
    repository.findMonth(db, centreId, month),
    loadBooks(db, centreId),
  ]);
  const row = found ?? repository.blankMonth(centreId, month);
  const own = books.sums.filter((sum) => sum.month === month);
  return {
    ...(await toSummary(deps, db, row, books)),
    differences: Difference.options.flatMap((difference) => {
      const sums = own.filter((sum) => sum.difference === difference);
      return sums.length === 0 ? [] : [{ difference, lines: count(sums), billed: billedOf(sums) }];
    }),
  };
}

export async function listLines(
  deps: CourierDeps,
  actor: Actor,
  { limit, cursor, ...asked }: PageQuery & repository.LinesAsked,
) {
  authorise(actor, permissions.settle.name);
  const { db } = deps.database;
  const page = { limit, cursor: readCursor(cursor) };
  const [rows, total] = await Promise.all([
    repository.listLines(db, actor.centreId, asked, page),
    repository.countLines(db, actor.centreId, asked),
  ]);
  return { ...toPage(rows, limit, toBillLine, (row) => [String(row.row_number)]), total };
}
