import type { Db, Tx } from '#kernel/db/types.ts';

import type { Habit } from './habits.ts';

export type ParcelRow = {
  centre_id: number;
  number: string;
  tracking_no: string;
  direction: 'out' | 'in';
  contents: string;
  recipient: string;
  place: string;
  push_to: string;
  habit: Habit;
  ordered_at: Date;
  collect_at: Date;
  collected_at: Date | null;
  last_code: number | null;
  last_at: Date | null;
  weight_grams: number;
};

export type PushRow = {
  centre_id: number;
  push_id: string;
  number: string;
  event_id: string;
  code: number;
  text: string;
  happens_at: Date;
  due_at: Date;
  tries: number;
  told_at: Date | null;
  answer: string;
};

type CarrierTables = {
  'standin_carrier.parcel': ParcelRow;
  'standin_carrier.push': PushRow;
};

const tables = (db: Db) => db.$extendTables<CarrierTables>();

/** The order as it is known after it: a repeat changes nothing. */
export async function keepOrder(db: Db, row: ParcelRow): Promise<ParcelRow> {
  const all = tables(db);
  await all
    .insertInto('standin_carrier.parcel')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return all
    .selectFrom('standin_carrier.parcel')
    .selectAll()
    .where('centre_id', '=', row.centre_id)
    .where('number', '=', row.number)
    .executeTakeFirstOrThrow();
}

const SHOWN = 50;

export function listParcels(db: Db, centreId: number): Promise<ParcelRow[]> {
  return tables(db)
    .selectFrom('standin_carrier.parcel')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('ordered_at', 'desc')
    .limit(SHOWN)
    .execute();
}

/** Signed for within some days, by its own record. */
export function listSigned(
  db: Db,
  centreId: number,
  span: { readonly from: Date; readonly until: Date },
): Promise<ParcelRow[]> {
  return tables(db)
    .selectFrom('standin_carrier.parcel')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('last_code', '=', 3)
    .where('last_at', '>=', span.from)
    .where('last_at', '<', span.until)
    .orderBy('number')
    .execute();
}

export async function countUntold(db: Db, centreId: number): Promise<Map<string, number>> {
  const rows = await tables(db)
    .selectFrom('standin_carrier.push')
    .select(['number', (eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where('centre_id', '=', centreId)
    .where('told_at', 'is', null)
    .groupBy('number')
    .execute();
  return new Map(rows.map(({ number, count }) => [number, count]));
}

/** Parcels that the courier fetches now; other processes look at others. */
export function lockToCollect(
  tx: Tx,
  centreId: number,
  of: { readonly now: Date } | { readonly number: string },
): Promise<ParcelRow[]> {
  return tables(tx)
    .selectFrom('standin_carrier.parcel')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('collected_at', 'is', null)
    .where((eb) => ('now' in of ? eb('collect_at', '<=', of.now) : eb('number', '=', of.number)))
    .limit(SHOWN)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function collect(
  tx: Tx,
  row: ParcelRow,
  now: Date,
  pushes: readonly PushRow[],
): Promise<void> {
  await tables(tx)
    .updateTable('standin_carrier.parcel')
    .set({ collected_at: now })
    .where('centre_id', '=', row.centre_id)
    .where('number', '=', row.number)
    .execute();
  await tables(tx)
    .insertInto('standin_carrier.push')
    .values([...pushes])
    .execute();
}

export type DuePush = PushRow & { tracking_no: string; push_to: string };

/** What is to be told now, each for one process: until `leased` no other one takes it. */
export async function takeDue(
  tx: Tx,
  centreId: number,
  { now, leased }: { readonly now: Date; readonly leased: Date },
): Promise<DuePush[]> {
  const due = await tables(tx)
    .selectFrom('standin_carrier.push as p')
    .innerJoin('standin_carrier.parcel as o', (join) =>
      join.onRef('o.centre_id', '=', 'p.centre_id').onRef('o.number', '=', 'p.number'),
    )
    .selectAll('p')
    .select(['o.tracking_no', 'o.push_to'])
    .where('p.centre_id', '=', centreId)
    .where('p.told_at', 'is', null)
    .where('p.due_at', '<=', now)
    .orderBy('p.due_at')
    .orderBy('p.push_id')
    .limit(SHOWN)
    .forUpdate('p')
    .skipLocked()
    .execute();
  if (due.length > 0)
    await tables(tx)
      .updateTable('standin_carrier.push')
      .set((eb) => ({ due_at: leased, tries: eb('tries', '+', 1) }))
      .where('centre_id', '=', centreId)
      .where(
        'push_id',
        'in',
        due.map((one) => one.push_id),
      )
      .execute();
  return due;
}

/** Told: the parcel stands there, unless something later is known of it. */
export async function noteTold(
  db: Db,
  push: PushRow,
  { at, answer }: { readonly at: Date; readonly answer: string },
): Promise<void> {
  await tables(db)
    .updateTable('standin_carrier.push')
    .set({ told_at: at, answer })
    .where('centre_id', '=', push.centre_id)
    .where('push_id', '=', push.push_id)
    .execute();
  await tables(db)
    .updateTable('standin_carrier.parcel')
    .set({ last_code: push.code, last_at: push.happens_at })
    .where('centre_id', '=', push.centre_id)
    .where('number', '=', push.number)
    .where((eb) => eb.or([eb('last_at', 'is', null), eb('last_at', '<=', push.happens_at)]))
    .execute();
}

export async function noteFailed(
  db: Db,
  push: PushRow,
  again: Date,
  answer: string,
): Promise<void> {
  await tables(db)
    .updateTable('standin_carrier.push')
    .set({ due_at: again, answer })
    .where('centre_id', '=', push.centre_id)
    .where('push_id', '=', push.push_id)
    .execute();
}
