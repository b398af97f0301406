import { sql } from 'kysely';

import type { Day } from '#kernel/clock/day.ts';
import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { MovementFilter, Side } from '../contract.ts';
import type { ContractsTables, LineRow, MovementRow } from './tables.ts';

export const tables = (db: Db) => db.$extendTables<ContractsTables>();

/** Lines, kept from others until the transaction ends; always in one order, so that nobody waits in a circle. */
export function lockLines(tx: Tx, centreId: number, ids: readonly string[]): Promise<LineRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tables(tx)
    .selectFrom('contracts.line')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('line_id', 'in', [...ids])
    .orderBy('line_id')
    .forUpdate()
    .execute();
}

export function listLines(db: Db, centreId: number, year?: number): Promise<LineRow[]> {
  let query = tables(db).selectFrom('contracts.line').selectAll().where('centre_id', '=', centreId);
  if (year !== undefined) query = query.where('year', '=', year);
  return query.orderBy('year').orderBy('line_key').execute();
}

export function findLine(
  db: Db,
  centreId: number,
  year: number,
  key: string,
): Promise<LineRow | undefined> {
  return tables(db)
    .selectFrom('contracts.line')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('year', '=', year)
    .where('line_key', '=', key)
    .executeTakeFirst();
}

export function insertLine(tx: Tx, row: LineRow): void {
  send(tx, tables(tx).insertInto('contracts.line').values(row));
}

/** The figures of a line after movements; the table itself refuses what does not balance. */
export function updateFigures(tx: Tx, row: LineRow): void {
  const { centre_id, line_id } = row;
  const { approved_fen, adjusted_fen, available_fen, reserved_fen } = row;
  const { committed_fen, due_fen, paid_fen } = row;
  send(
    tx,
    tables(tx)
      .updateTable('contracts.line')
      .set({
        approved_fen,
        adjusted_fen,
        available_fen,
        reserved_fen,
        committed_fen,
        due_fen,
        paid_fen,
      })
      .where('centre_id', '=', centre_id)
      .where('line_id', '=', line_id),
  );
}

export function insertMovements(tx: Tx, rows: readonly MovementRow[]): void {
  if (rows.length === 0) return;
  send(
    tx,
    tables(tx)
      .insertInto('contracts.movement')
      .values([...rows]),
  );
}

export function listMovementsOfSettlement(
  db: Db,
  centreId: number,
  settlementId: string,
): Promise<MovementRow[]> {
  return tables(db)
    .selectFrom('contracts.movement')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('settlement_id', '=', settlementId)
    .orderBy('serial')
    .execute();
}

export function listMovementsOfDocument(
  db: Db,
  centreId: number,
  documentId: string,
): Promise<MovementRow[]> {
  return tables(db)
    .selectFrom('contracts.movement')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('document_id', '=', documentId)
    .where('is_reversal', '=', false)
    .orderBy('serial')
    .execute();
}

function movementsWhere(db: Db, centreId: number, filter: MovementFilter) {
  const { year, lineId, projectCode, contractId, bucket, until } = filter;
  let query = tables(db).selectFrom('contracts.movement').where('centre_id', '=', centreId);
  if (lineId !== undefined)
    query = query.where((eb) =>
      eb.or([eb('from_line_id', '=', lineId), eb('to_line_id', '=', lineId)]),
    );
  if (year !== undefined || projectCode !== undefined) {
    let lines = tables(db)
      .selectFrom('contracts.line')
      .select('line_id')
      .where('contracts.line.centre_id', '=', centreId);
    if (year !== undefined) lines = lines.where('year', '=', year);
    if (projectCode !== undefined) lines = lines.where('project_code', '=', projectCode);
    query = query.where((eb) =>
      eb.or([eb('from_line_id', 'in', lines), eb('to_line_id', 'in', lines)]),
    );
  }
  if (contractId !== undefined) query = query.where('contract_id', '=', contractId);
  if (bucket !== undefined)
    query = query.where((eb) => eb.or([eb('from_side', '=', bucket), eb('to_side', '=', bucket)]));
  if (until !== undefined) query = query.where('day', '<=', until);
  return query;
}

/** A page of the ledger, the newest first. One row more than asked for, when there is one. */
export function listMovements(
  db: Db,
  centreId: number,
  filter: MovementFilter,
  page: { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<MovementRow[]> {
  return movementsWhere(db, centreId, filter)
    .selectAll()
    .where(afterCursor(page.cursor, ['day', 'serial'], 'desc'))
    .orderBy('day', 'desc')
    .orderBy('serial', 'desc')
    .limit(page.limit + 1)
    .execute();
}

export async function countMovements(
  db: Db,
  centreId: number,
  filter: MovementFilter,
): Promise<number> {
  const { count } = await movementsWhere(db, centreId, filter)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export interface LegSum {
  readonly line_id: string;
  readonly side: Side;
  readonly kind: MovementRow['kind'];
  readonly crosses: boolean;
  readonly fen: bigint;
}

/** What the movements up to a day add up to, by line, side and kind; all of them without a day. */
export async function sumLegs(db: Db, centreId: number, until?: Day): Promise<LegSum[]> {
  const side = (line: 'from_line_id' | 'to_line_id', of: 'from_side' | 'to_side', sign: number) => {
    let query = tables(db)
      .selectFrom('contracts.movement')
      .where('centre_id', '=', centreId)
      .select((eb) => [
        eb.ref(line).as('line_id'),
        eb.ref(of).as('side'),
        'kind',
        sql<boolean>`from_line_id <> to_line_id`.as('crosses'),
        sql<bigint>`${sql.lit(sign)} * amount_fen`.as('fen'),
      ]);
    if (until !== undefined) query = query.where('day', '<=', until);
    return query;
  };
  const legs = side('from_line_id', 'from_side', -1).unionAll(side('to_line_id', 'to_side', 1));
  return tables(db)
    .selectFrom(legs.as('leg'))
    .select(['line_id', 'side', 'kind', 'crosses', sql<bigint>`sum(fen)::bigint`.as('fen')])
    .groupBy(['line_id', 'side', 'kind', 'crosses'])
    .execute();
}

/** What was paid in each month, `2024-03`, on lines of a year up to a day. */
export async function sumPaidByMonth(
  db: Db,
  centreId: number,
  year: number,
  until: Day,
): Promise<Array<{ month: string; fen: bigint }>> {
  return tables(db)
    .selectFrom('contracts.movement as m')
    .innerJoin('contracts.line as l', (join) =>
      join.onRef('l.centre_id', '=', 'm.centre_id').onRef('l.line_id', '=', 'm.to_line_id'),
    )
    .where('m.centre_id', '=', centreId)
    .where('l.year', '=', year)
    .where('m.kind', '=', 'pay')
    .where('m.day', '<=', until)
    .select([
      sql<string>`to_char(m.day, 'YYYY-MM')`.as('month'),
      sql<bigint>`sum(case when m.is_reversal then -m.amount_fen else m.amount_fen end)::bigint`.as(
        'fen',
      ),
    ])
    .groupBy(sql`1`)
    .orderBy(sql`1`)
    .execute();
}

/** By line: what newer versions of the budget added, in adjustments that no document stands behind. */
export async function sumFollowed(db: Db, centreId: number): Promise<Map<string, bigint>> {
  const rows = await tables(db)
    .selectFrom('contracts.movement')
    .where('centre_id', '=', centreId)
    .where('kind', '=', 'adjustment')
    .where('document_id', 'is', null)
    .select([
      'to_line_id as line_id',
      sql<bigint>`sum(case when from_side = 'grant' then amount_fen else -amount_fen end)::bigint`.as(
        'fen',
      ),
    ])
    .groupBy('to_line_id')
    .execute();
  return new Map(rows.map((row) => [row.line_id, row.fen]));
}
