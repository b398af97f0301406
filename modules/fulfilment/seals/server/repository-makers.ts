import { sql } from 'kysely';

import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import { tables } from './repository.ts';
import { MAKING } from './rules/lights.ts';
import type { MakerRow } from './tables.ts';

const makers = (db: Db, centreId: number) =>
  tables(db).selectFrom('seals.maker').selectAll().where('centre_id', '=', centreId);

export function listMakers(db: Db, centreId: number): Promise<MakerRow[]> {
  return makers(db, centreId).orderBy('name').orderBy('maker_id').execute();
}

/** All of them, kept from others: who routes next sees what was given. */
export function lockMakers(tx: Tx, centreId: number): Promise<MakerRow[]> {
  return makers(tx, centreId).orderBy('maker_id').forUpdate().execute();
}

export function lockMaker(tx: Tx, centreId: number, id: string): Promise<MakerRow | undefined> {
  return makers(tx, centreId).where('maker_id', '=', id).forUpdate().executeTakeFirst();
}

export function findByCode(
  db: Db,
  centreId: number,
  creditCode: string,
): Promise<MakerRow | undefined> {
  return makers(db, centreId).where('credit_code', '=', creditCode).executeTakeFirst();
}

export function findOfParty(
  db: Db,
  centreId: number,
  partyId: string,
): Promise<MakerRow | undefined> {
  return makers(db, centreId).where('party_id', '=', partyId).executeTakeFirst();
}

export function putMaker(tx: Tx, row: MakerRow): void {
  const { centre_id: _centre, maker_id: _maker, ...changes } = row;
  send(
    tx,
    tables(tx)
      .insertInto('seals.maker')
      .values(row)
      .onConflict((conflict) => conflict.columns(['centre_id', 'maker_id']).doUpdateSet(changes)),
  );
}

export interface Given {
  readonly maker_id: string | null;
  readonly month: number;
  readonly today: number;
}

/** How many sets each maker was given since the month and the day began. */
export function countGiven(
  db: Db,
  centreId: number,
  since: { readonly month: Date; readonly today: Date },
): Promise<Given[]> {
  return tables(db)
    .selectFrom('seals.step')
    .select([
      'maker_id',
      sql<number>`count(*)::integer`.as('month'),
      sql<number>`(count(*) filter (where at >= ${since.today}))::integer`.as('today'),
    ])
    .where('centre_id', '=', centreId)
    .where('act', '=', 'dispatch')
    .where('at', '>=', since.month)
    .groupBy('maker_id')
    .execute();
}

export interface InHand {
  readonly maker_id: string | null;
  readonly open: number;
  readonly overdue: number;
}

export function countInHand(
  db: Db,
  centreId: number,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<InHand[]> {
  return tables(db)
    .selectFrom('seals.seal_set')
    .select([
      'maker_id',
      sql<number>`count(*)::integer`.as('open'),
      sql<number>`(count(*) filter (where due_on < ${today}::date
        or (state = 'dispatched' and answer_by < ${now})))::integer`.as('overdue'),
    ])
    .where('centre_id', '=', centreId)
    .where('state', 'in', [...MAKING])
    .where('maker_id', 'is not', null)
    .groupBy('maker_id')
    .execute();
}

export function countRemakes(
  db: Db,
  centreId: number,
): Promise<Array<{ readonly maker_id: string; readonly remakes: number }>> {
  return tables(db)
    .selectFrom('seals.remake')
    .select(['maker_id', sql<number>`count(*)::integer`.as('remakes')])
    .where('centre_id', '=', centreId)
    .groupBy('maker_id')
    .execute();
}
