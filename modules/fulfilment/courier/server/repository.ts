import { sql } from 'kysely';

import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import { ENDED, type ParcelFilter, type SubjectKind } from '../contract.ts';
import type { CarrierRow, CourierTables, HandOverRow, ParcelRow, PushRow } from './tables.ts';

export const tables = (db: Db) => db.$extendTables<CourierTables>();

const parcels = (db: Db, centreId: number) =>
  tables(db).selectFrom('courier.parcel').selectAll().where('centre_id', '=', centreId);

export function findParcel(db: Db, centreId: number, id: string): Promise<ParcelRow | undefined> {
  return parcels(db, centreId).where('parcel_id', '=', id).executeTakeFirst();
}

/** The row, kept from others until the transaction ends. */
export function lockParcel(tx: Tx, centreId: number, id: string): Promise<ParcelRow | undefined> {
  return parcels(tx, centreId).where('parcel_id', '=', id).forUpdate().executeTakeFirst();
}

export function lockByTracking(
  tx: Tx,
  centreId: number,
  carrierId: string,
  trackingNo: string,
): Promise<ParcelRow | undefined> {
  return parcels(tx, centreId)
    .where('carrier_id', '=', carrierId)
    .where('tracking_no', '=', trackingNo)
    .forUpdate()
    .executeTakeFirst();
}

/** The parcel that is open for a thing in a direction. */
export function findOpen(
  db: Db,
  centreId: number,
  of: { readonly kind: SubjectKind; readonly id: string; readonly direction: 'out' | 'in' },
): Promise<ParcelRow | undefined> {
  return parcels(db, centreId)
    .where('subject_kind', '=', of.kind)
    .where('subject_id', '=', of.id)
    .where('direction', '=', of.direction)
    .where('state', 'not in', [...ENDED])
    .executeTakeFirst();
}

export function listOfParty(db: Db, centreId: number, partyId: string): Promise<ParcelRow[]> {
  return parcels(db, centreId)
    .where('party_id', '=', partyId)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute();
}

/** Gives whether it was written: another one of the same thing may be open. */
export async function insertParcel(tx: Tx, row: ParcelRow): Promise<boolean> {
  const written = await tables(tx)
    .insertInto('courier.parcel')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('parcel_id')
    .executeTakeFirst();
  return written !== undefined;
}

export function updateParcel(tx: Tx, row: ParcelRow): void {
  const { centre_id, parcel_id, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('courier.parcel')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('parcel_id', '=', parcel_id),
  );
}

function parcelsWhere(
  db: Db,
  centreId: number,
  filter: ParcelFilter & { search?: string | undefined },
) {
  const { state, direction, search } = filter;
  let query = tables(db).selectFrom('courier.parcel').where('centre_id', '=', centreId);
  if (state !== undefined) query = query.where('state', '=', state);
  if (direction !== undefined) query = query.where('direction', '=', direction);
  if (search !== undefined && search !== '') {
    const text = search.trim();
    query = query.where((eb) =>
      eb.or([
        eb('number', '=', text.toUpperCase()),
        eb('tracking_no', '=', text.toUpperCase()),
        eb('subject_no', '=', text),
      ]),
    );
  }
  return query;
}

export function listParcels(
  db: Db,
  centreId: number,
  filter: ParcelFilter & { search?: string | undefined },
  page: { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<ParcelRow[]> {
  return parcelsWhere(db, centreId, filter)
    .selectAll()
    .where(afterCursor(page.cursor, ['created_at', 'parcel_id'], 'desc'))
    .orderBy('created_at', 'desc')
    .orderBy('parcel_id', 'desc')
    .limit(page.limit + 1)
    .execute();
}

export async function countParcels(
  db: Db,
  centreId: number,
  filter: ParcelFilter & { search?: string | undefined },
): Promise<number> {
  const { count } = await parcelsWhere(db, centreId, filter)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export interface FigureRow {
  readonly sent: number;
  readonly signed: number;
  readonly returned: number;
  readonly lost: number;
}

/** Of parcels that were handed over within some days. */
export function countFigures(
  db: Db,
  centreId: number,
  span: { readonly from: Date; readonly until: Date },
): Promise<FigureRow> {
  const of = (...states: readonly string[]) =>
    sql<number>`(count(*) filter (where state in (${sql.join([...states])})))::integer`;
  return tables(db)
    .selectFrom('courier.parcel')
    .select([
      sql<number>`count(*)::integer`.as('sent'),
      of('signed').as('signed'),
      of('returned').as('returned'),
      of('lost', 'damaged', 'closed').as('lost'),
    ])
    .where('centre_id', '=', centreId)
    .where('handed_at', '>=', span.from)
    .where('handed_at', '<', span.until)
    .executeTakeFirstOrThrow();
}

const carriers = (db: Db, centreId: number) =>
  tables(db).selectFrom('courier.carrier').selectAll().where('centre_id', '=', centreId);

export function listCarriers(db: Db, centreId: number): Promise<CarrierRow[]> {
  return carriers(db, centreId).orderBy('name').execute();
}

export function findCarrierByCode(
  db: Db,
  centreId: number,
  code: string,
): Promise<CarrierRow | undefined> {
  return carriers(db, centreId).where('code', '=', code).executeTakeFirst();
}

export function lockCarrier(tx: Tx, centreId: number, id: string): Promise<CarrierRow | undefined> {
  return carriers(tx, centreId).where('carrier_id', '=', id).forUpdate().executeTakeFirst();
}

export function putCarrier(tx: Tx, row: CarrierRow): void {
  const { centre_id: _centre, carrier_id: _carrier, ...changes } = row;
  send(
    tx,
    tables(tx)
      .insertInto('courier.carrier')
      .values(row)
      .onConflict((conflict) => conflict.columns(['centre_id', 'carrier_id']).doUpdateSet(changes)),
  );
}

export function insertHandOver(tx: Tx, row: HandOverRow): void {
  send(tx, tables(tx).insertInto('courier.hand_over').values(row));
}

export function findHandOverByNumber(
  db: Db,
  centreId: number,
  number: string,
): Promise<HandOverRow | undefined> {
  return tables(db)
    .selectFrom('courier.hand_over')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('number', '=', number)
    .executeTakeFirst();
}

export function findHandOver(
  db: Db,
  centreId: number,
  id: string,
): Promise<HandOverRow | undefined> {
  return tables(db)
    .selectFrom('courier.hand_over')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('hand_over_id', '=', id)
    .executeTakeFirst();
}

/** What left with a batch, in the order of its numbers. */
export function listHandedOver(db: Db, centreId: number, id: string): Promise<ParcelRow[]> {
  return parcels(db, centreId).where('hand_over_id', '=', id).orderBy('number').execute();
}

export function listHandOvers(db: Db, centreId: number): Promise<HandOverRow[]> {
  return tables(db)
    .selectFrom('courier.hand_over')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('at', 'desc')
    .limit(200)
    .execute();
}

/** Gives whether the event is new: a carrier may tell it twice. */
export async function insertPush(tx: Tx, row: PushRow): Promise<boolean> {
  const written = await tables(tx)
    .insertInto('courier.push')
    .values(row)
    .onConflict((conflict) => conflict.columns(['centre_id', 'carrier_id', 'event_id']).doNothing())
    .returning('event_id')
    .executeTakeFirst();
  return written !== undefined;
}

export function listPushes(
  db: Db,
  centreId: number,
  parcelIds: readonly string[],
): Promise<PushRow[]> {
  if (parcelIds.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('courier.push')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('parcel_id', 'in', [...parcelIds])
    .orderBy('at')
    .orderBy('received_at')
    .execute();
}

export function listUnknown(db: Db, centreId: number): Promise<PushRow[]> {
  return tables(db)
    .selectFrom('courier.push')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('parcel_id', 'is', null)
    .orderBy('received_at', 'desc')
    .limit(200)
    .execute();
}

/** What was told of a parcel before it was known here is its own from now on. */
export async function adoptPushes(
  tx: Tx,
  centreId: number,
  carrierId: string,
  of: { readonly trackingNo: string; readonly parcelId: string },
): Promise<PushRow[]> {
  const rows = await tables(tx)
    .updateTable('courier.push')
    .set({ parcel_id: of.parcelId })
    .where('centre_id', '=', centreId)
    .where('carrier_id', '=', carrierId)
    .where('tracking_no', '=', of.trackingNo)
    .where('parcel_id', 'is', null)
    .returningAll()
    .execute();
  return rows.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

export function notePushApplied(tx: Tx, { centre_id, carrier_id, event_id }: PushRow): void {
  send(
    tx,
    tables(tx)
      .updateTable('courier.push')
      .set({ is_applied: true })
      .where('centre_id', '=', centre_id)
      .where('carrier_id', '=', carrier_id)
      .where('event_id', '=', event_id),
  );
}

export async function moveParty(tx: Tx, centreId: number, fromId: string, intoId: string) {
  await tables(tx)
    .updateTable('courier.parcel')
    .set({ party_id: intoId })
    .where('centre_id', '=', centreId)
    .where('party_id', '=', fromId)
    .execute();
}

/** The parcel that was paid for stays; nobody's name and address does. */
export async function forgetParty(tx: Tx, centreId: number, partyId: string) {
  await tables(tx)
    .updateTable('courier.parcel')
    .set({ contact_sealed: '', recipient_shown: '', place_shown: '' })
    .where('centre_id', '=', centreId)
    .where('party_id', '=', partyId)
    .execute();
}
