import { sql } from 'kysely';

import type { Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { Difference, LineFilter, Verdict } from '../contract.ts';
import type { Known } from './bill/match-bill.ts';
import { tables } from './repository.ts';
import type { BillLineRow, MonthRow } from './tables.ts';

const months = (db: Db, centreId: number) =>
  tables(db).selectFrom('courier.month').selectAll().where('centre_id', '=', centreId);

export const findMonth = (db: Db, centreId: number, month: string): Promise<MonthRow | undefined> =>
  months(db, centreId).where('month', '=', month).executeTakeFirst();

export const listMonths = (db: Db, centreId: number): Promise<MonthRow[]> =>
  months(db, centreId).orderBy('month', 'desc').execute();

export const blankMonth = (centreId: number, month: string): MonthRow => ({
  centre_id: centreId,
  month,
  state: 'open',
  carrier_id: null,
  file_name: '',
  file_hash: '',
  billed_rows: 0,
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

/** The month, made when it is new, kept from others until the transaction ends. */
export async function lockMonth(tx: Tx, centreId: number, month: string): Promise<MonthRow> {
  await tables(tx)
    .insertInto('courier.month')
    .values(blankMonth(centreId, month))
    .onConflict((conflict) => conflict.columns(['centre_id', 'month']).doNothing())
    .execute();
  return months(tx, centreId).where('month', '=', month).forUpdate().executeTakeFirstOrThrow();
}

export function updateMonth(tx: Tx, { centre_id, month, ...changes }: MonthRow): void {
  send(
    tx,
    tables(tx)
      .updateTable('courier.month')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('month', '=', month),
  );
}

/** Parcels of some tracking numbers, whoever carries them. */
export function listKnown(
  db: Db,
  centreId: number,
  trackingNos: readonly string[],
): Promise<Known[]> {
  return tables(db)
    .selectFrom('courier.parcel')
    .select(['parcel_id', 'number', 'tracking_no', 'state', 'signed_on', 'weight_grams'])
    .where('centre_id', '=', centreId)
    .where('tracking_no', '<>', '')
    .where(sql<boolean>`tracking_no = any(${[...trackingNos]}::text[])`)
    .execute();
}

// In the words of the index behind it, which is used for nothing else.
const isClaiming = sql<boolean>`verdict IN ('agreed', 'open', 'paid-at-contract')`;

/** Which of some parcels the bill of another month claims. */
export async function listClaimed(
  db: Db,
  centreId: number,
  { month, parcelIds }: { readonly month: string; readonly parcelIds: readonly string[] },
): Promise<Map<string, string>> {
  const rows = await tables(db)
    .selectFrom('courier.bill_line')
    .select(['parcel_id', 'month'])
    .where('centre_id', '=', centreId)
    .where('month', '<>', month)
    .where(isClaiming)
    .where(sql<boolean>`parcel_id = any(${[...parcelIds]}::uuid[])`)
    .execute();
  return new Map(
    rows.flatMap((row) => (row.parcel_id === null ? [] : [[row.parcel_id, row.month]])),
  );
}

const CHUNK = 2000;

/** The bill of a month, in place of whatever was there. */
export async function replaceLines(
  tx: Tx,
  centreId: number,
  month: string,
  rows: readonly BillLineRow[],
): Promise<void> {
  await tables(tx)
    .deleteFrom('courier.bill_line')
    .where('centre_id', '=', centreId)
    .where('month', '=', month)
    .execute();
  for (let at = 0; at < rows.length; at += CHUNK)
    await tables(tx)
      .insertInto('courier.bill_line')
      .values(rows.slice(at, at + CHUNK))
      .execute();
}

const linesOf = (db: Db, centreId: number) =>
  tables(db).selectFrom('courier.bill_line').where('centre_id', '=', centreId);

function linesWhere(
  db: Db,
  centreId: number,
  { month, difference, verdict, search = '' }: LinesAsked,
) {
  let query = linesOf(db, centreId).where('month', '=', month);
  if (difference !== undefined) query = query.where('difference', '=', difference);
  if (verdict !== undefined) query = query.where('verdict', '=', verdict);
  if (search !== '') {
    const text = search.trim().toUpperCase();
    query = query.where((eb) => eb.or([eb('tracking_no', '=', text), eb('our_number', '=', text)]));
  }
  return query;
}

export type LinesAsked = LineFilter & {
  readonly month: string;
  readonly search?: string | undefined;
};

export function listLines(
  db: Db,
  centreId: number,
  asked: LinesAsked,
  page: { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<BillLineRow[]> {
  const [after = '0'] = page.cursor ?? [];
  return linesWhere(db, centreId, asked)
    .selectAll()
    .where('row_number', '>', Number.parseInt(String(after), 10))
    .orderBy('row_number')
    .limit(page.limit + 1)
    .execute();
}

export async function countLines(db: Db, centreId: number, asked: LinesAsked): Promise<number> {
  const { count } = await linesWhere(db, centreId, asked)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export function lockLine(
  tx: Tx,
  centreId: number,
  month: string,
  rowNumber: number,
): Promise<BillLineRow | undefined> {
  return linesOf(tx, centreId)
    .selectAll()
    .where('month', '=', month)
    .where('row_number', '=', rowNumber)
    .forUpdate()
    .executeTakeFirst();
}

/** Which month's bill claims a parcel now. */
export async function findClaim(
  db: Db,
  centreId: number,
  parcelId: string,
): Promise<string | undefined> {
  const row = await linesOf(db, centreId)
    .select('month')
    .where('parcel_id', '=', parcelId)
    .where(isClaiming)
    .executeTakeFirst();
  return row?.month;
}

export function updateLine(
  tx: Tx,
  { centre_id, month, row_number, verdict, reason }: BillLineRow,
): void {
  send(
    tx,
    tables(tx)
      .updateTable('courier.bill_line')
      .set({ verdict, reason })
      .where('centre_id', '=', centre_id)
      .where('month', '=', month)
      .where('row_number', '=', row_number),
  );
}

/** What is agreed by a month and was handed on with no document: also what was judged after its own month had gone. */
export function lockAgreed(tx: Tx, centreId: number, month: string): Promise<BillLineRow[]> {
  return linesOf(tx, centreId)
    .selectAll()
    .where('month', '<=', month)
    .where('settled_in', 'is', null)
    .where('verdict', 'in', ['agreed', 'paid-at-contract'])
    .orderBy('month')
    .orderBy('row_number')
    .forUpdate()
    .execute();
}

export function markSettled(tx: Tx, centreId: number, month: string): void {
  send(
    tx,
    tables(tx)
      .updateTable('courier.bill_line')
      .set({ settled_in: month })
      .where('centre_id', '=', centreId)
      .where('month', '<=', month)
      .where('settled_in', 'is', null)
      .where('verdict', 'in', ['agreed', 'paid-at-contract']),
  );
}

/** The document came back: its lines are free again. */
export async function freeSettled(tx: Tx, centreId: number, month: string): Promise<void> {
  await tables(tx)
    .updateTable('courier.bill_line')
    .set({ settled_in: null })
    .where('centre_id', '=', centreId)
    .where('settled_in', '=', month)
    .execute();
}

export interface SumRow {
  readonly month: string;
  readonly settled_in: string | null;
  readonly difference: Difference;
  readonly verdict: Verdict;
  readonly lines: number;
  readonly billed: bigint;
}

/** What the lines add up to, by month, document, difference and verdict. */
export function sumLines(db: Db, centreId: number): Promise<SumRow[]> {
  return linesOf(db, centreId)
    .select([
      'month',
      'settled_in',
      'difference',
      'verdict',
      sql<number>`count(*)::integer`.as('lines'),
      sql<bigint>`coalesce(sum(amount_fen), 0)::bigint`.as('billed'),
    ])
    .groupBy(['month', 'settled_in', 'difference', 'verdict'])
    .execute();
}

export interface DeliveredRow {
  readonly month: string;
  readonly delivered: number;
  readonly unbilled: number;
}

/**
 * By month of the signature: how many parcels, and how many of them are in no bill. A line that claims a parcel has the day of
 * its signature and is the only one, so two counts tell it; a join of tables that were filled just now may take minutes.
 */
export async function countDelivered(db: Db, centreId: number): Promise<DeliveredRow[]> {
  const month = sql<string>`to_char(signed_on, 'YYYY-MM')`;
  const count = sql<number>`count(*)::integer`;
  const [delivered, claimed] = await Promise.all([
    tables(db)
      .selectFrom('courier.parcel')
      .select([month.as('month'), count.as('count')])
      .where('centre_id', '=', centreId)
      .where('signed_on', 'is not', null)
      .groupBy(month)
      .orderBy('month')
      .execute(),
    linesOf(db, centreId)
      .select([month.as('month'), count.as('count')])
      .where(isClaiming)
      .where('parcel_id', 'is not', null)
      .groupBy(month)
      .execute(),
  ]);
  const claims = new Map(claimed.map((row) => [row.month, row.count]));
  return delivered.map((row) => ({
    month: row.month,
    delivered: row.count,
    unbilled: row.count - (claims.get(row.month) ?? 0),
  }));
}

/** What parcels of some days came to in settlements. */
export function sumSettledCost(
  db: Db,
  centreId: number,
  span: { readonly from: string; readonly until: string },
): Promise<{ fen: bigint; parcels: number }> {
  return tables(db)
    .selectFrom('courier.bill_line as l')
    .innerJoin('courier.month as m', (join) =>
      join.onRef('m.centre_id', '=', 'l.centre_id').onRef('m.month', '=', 'l.settled_in'),
    )
    .where('l.centre_id', '=', centreId)
    .where('l.signed_on', '>=', span.from)
    .where('l.signed_on', '<=', span.until)
    .select([
      sql<bigint>`coalesce(sum(m.unit_price_fen), 0)::bigint`.as('fen'),
      sql<number>`count(*)::integer`.as('parcels'),
    ])
    .executeTakeFirstOrThrow();
}
