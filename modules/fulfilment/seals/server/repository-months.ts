import { sql } from 'kysely';

import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { DisputeState } from '../contract.ts';
import { tables } from './repository.ts';
import type { LineRow, MonthRow, SetRow } from './tables.ts';

export function findMonth(db: Db, centreId: number, month: string): Promise<MonthRow | undefined> {
  return tables(db)
    .selectFrom('seals.month')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('month', '=', month)
    .executeTakeFirst();
}

/** The month, made when it is new, kept from others until the transaction ends. */
export async function lockMonth(tx: Tx, centreId: number, month: string): Promise<MonthRow> {
  await tables(tx)
    .insertInto('seals.month')
    .values({
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
    })
    .onConflict((conflict) => conflict.columns(['centre_id', 'month']).doNothing())
    .execute();
  return tables(tx)
    .selectFrom('seals.month')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('month', '=', month)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export function listMonths(db: Db, centreId: number): Promise<MonthRow[]> {
  return tables(db)
    .selectFrom('seals.month')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('month', 'desc')
    .execute();
}

export function updateMonth(tx: Tx, row: MonthRow): void {
  const { centre_id, month, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('seals.month')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('month', '=', month),
  );
}

/** Signed for up to a day and in no settlement. */
export function listUnsettled(tx: Tx, centreId: number, untilOn: string): Promise<SetRow[]> {
  return tables(tx)
    .selectFrom('seals.seal_set as s')
    .selectAll('s')
    .where('s.centre_id', '=', centreId)
    .where('s.first_signed_on', '<=', untilOn)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('seals.line as l')
            .select('l.set_id')
            .whereRef('l.centre_id', '=', 's.centre_id')
            .whereRef('l.set_id', '=', 's.set_id'),
        ),
      ),
    )
    .orderBy('s.first_signed_on')
    .orderBy('s.set_id')
    .execute();
}

export interface WaitingRow {
  readonly month: string;
  readonly signed: number;
  readonly waiting: number;
}

/** By month of the signature: how many sets, and how many of them are in no settlement. */
export function countByMonth(db: Db, centreId: number): Promise<WaitingRow[]> {
  return tables(db)
    .selectFrom('seals.seal_set as s')
    .leftJoin('seals.line as l', (join) =>
      join.onRef('l.centre_id', '=', 's.centre_id').onRef('l.set_id', '=', 's.set_id'),
    )
    .select([
      sql<string>`to_char(s.first_signed_on, 'YYYY-MM')`.as('month'),
      sql<number>`count(*)::integer`.as('signed'),
      sql<number>`(count(*) filter (where l.set_id is null))::integer`.as('waiting'),
    ])
    .where('s.centre_id', '=', centreId)
    .where('s.first_signed_on', 'is not', null)
    .groupBy(sql`to_char(s.first_signed_on, 'YYYY-MM')`)
    .orderBy('month')
    .execute();
}

const CHUNK = 1000;

export async function insertLines(tx: Tx, rows: readonly LineRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK)
    await tables(tx)
      .insertInto('seals.line')
      .values(rows.slice(at, at + CHUNK))
      .execute();
}

export function findLine(db: Db, centreId: number, setId: string): Promise<LineRow | undefined> {
  return tables(db)
    .selectFrom('seals.line')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('set_id', '=', setId)
    .executeTakeFirst();
}

export function updateLine(tx: Tx, row: LineRow): void {
  const { centre_id, set_id, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('seals.line')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('set_id', '=', set_id),
  );
}

/** Disputed lines wait for the next month. */
export async function moveDisputed(
  tx: Tx,
  centreId: number,
  from: string,
  to: string,
): Promise<void> {
  await tables(tx)
    .updateTable('seals.line')
    .set({ month: to })
    .where('centre_id', '=', centreId)
    .where('month', '=', from)
    .where('dispute', '=', 'disputed')
    .execute();
}

export type LineOfSet = LineRow & {
  number: string;
  firm_name: string;
  uscc: string;
  case_no: string;
};

export interface LineFilter {
  readonly month: string;
  readonly dispute?: DisputeState | undefined;
  readonly makerId?: string | undefined;
  readonly search?: string | undefined;
}

function linesWhere(db: Db, centreId: number, { month, dispute, makerId, search }: LineFilter) {
  let query = tables(db)
    .selectFrom('seals.line as l')
    .innerJoin('seals.seal_set as s', (join) =>
      join.onRef('s.centre_id', '=', 'l.centre_id').onRef('s.set_id', '=', 'l.set_id'),
    )
    .where('l.centre_id', '=', centreId)
    .where('l.month', '=', month);
  if (dispute !== undefined) query = query.where('l.dispute', '=', dispute);
  if (makerId !== undefined) query = query.where('l.maker_id', '=', makerId);
  if (search !== undefined && search !== '')
    query = query.where((eb) =>
      eb.or([
        eb('s.number', '=', search.toUpperCase()),
        eb('s.uscc', '=', search.toUpperCase()),
        eb('s.firm_name', 'like', `%${search.replaceAll(/[%_\\]/g, '\\$&')}%`),
      ]),
    );
  return query;
}

export function listLines(
  db: Db,
  centreId: number,
  filter: LineFilter,
  page: { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<LineOfSet[]> {
  return linesWhere(db, centreId, filter)
    .selectAll('l')
    .select(['s.number', 's.firm_name', 's.uscc', 's.case_no'])
    .where(afterCursor(page.cursor, ['l.signed_on', 'l.set_id']))
    .orderBy('l.signed_on')
    .orderBy('l.set_id')
    .limit(page.limit + 1)
    .execute();
}

export interface SumRow {
  readonly month: string;
  readonly maker_id: string;
  readonly dispute: DisputeState;
  readonly sets: number;
  readonly amount: bigint;
}

/** What the lines add up to, by month, maker and dispute. */
export function sumLines(db: Db, centreId: number, month?: string): Promise<SumRow[]> {
  let query = tables(db)
    .selectFrom('seals.line')
    .select([
      'month',
      'maker_id',
      'dispute',
      sql<number>`count(*)::integer`.as('sets'),
      sql<bigint>`sum(amount_fen)::bigint`.as('amount'),
    ])
    .where('centre_id', '=', centreId);
  if (month !== undefined) query = query.where('month', '=', month);
  return query.groupBy(['month', 'maker_id', 'dispute']).execute();
}

export async function countLines(db: Db, centreId: number, filter: LineFilter): Promise<number> {
  const { count } = await linesWhere(db, centreId, filter)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** What is agreed of a month: neither disputed nor dropped. */
export function listAgreed(tx: Tx, centreId: number, month: string): Promise<LineRow[]> {
  return tables(tx)
    .selectFrom('seals.line')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('month', '=', month)
    .where('dispute', 'in', ['none', 'kept'])
    .orderBy('signed_on')
    .orderBy('set_id')
    .execute();
}
