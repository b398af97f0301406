import { sql } from 'kysely';

import type { Day } from '#kernel/clock/day.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import { tables } from './repository.ts';
import type { CarrierRow, FilingRow, OccupancyRow, SnapshotRow, UnitRow } from './tables.ts';

const CHUNK = 500;

const chunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, at) =>
    all.slice(at * CHUNK, (at + 1) * CHUNK),
  );

const units = (db: Db, centreId: number) =>
  tables(db).selectFrom('premises.unit').selectAll().where('centre_id', '=', centreId);

export function listUnits(
  db: Db,
  centreId: number,
  filingIds: readonly string[],
): Promise<UnitRow[]> {
  if (filingIds.length === 0) return Promise.resolve([]);
  return units(db, centreId)
    .where('filing_id', 'in', [...filingIds])
    .where('is_current', '=', true)
    .orderBy('floor')
    .orderBy('room_no')
    .execute();
}

export function findUnit(db: Db, centreId: number, id: string): Promise<UnitRow | undefined> {
  return units(db, centreId).where('unit_id', '=', id).executeTakeFirst();
}

export function findUnitByToken(
  db: Db,
  centreId: number,
  token: string,
): Promise<UnitRow | undefined> {
  return units(db, centreId).where('token', '=', token).executeTakeFirst();
}

/** Keeps the unit to one applicant at a time, so that its limit holds. */
export function lockUnit(tx: Tx, centreId: number, id: string): Promise<UnitRow | undefined> {
  return units(tx, centreId).where('unit_id', '=', id).forUpdate().executeTakeFirst();
}

/** Ids of units that belong to the filing, in whatever version. */
export async function listUnitIds(db: Db, centreId: number, filingId: string): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('premises.unit')
    .select('unit_id')
    .where('centre_id', '=', centreId)
    .where('filing_id', '=', filingId)
    .execute();
  return rows.map((row) => row.unit_id);
}

/** Puts the units of a version in the place of those before; which are not in it any more stay, but no longer current. */
export function putUnits(
  tx: Tx,
  centreId: number,
  filingId: string,
  rows: readonly UnitRow[],
): void {
  send(
    tx,
    tables(tx)
      .updateTable('premises.unit')
      .set({ is_current: false })
      .where('centre_id', '=', centreId)
      .where('filing_id', '=', filingId),
  );
  for (const chunk of chunks(rows))
    send(
      tx,
      tables(tx)
        .insertInto('premises.unit')
        .values(chunk.map((row) => ({ ...row, group_codes: JSON.stringify(row.group_codes) })))
        .onConflict((conflict) =>
          conflict.columns(['centre_id', 'unit_id']).doUpdateSet((eb) => ({
            filed_version: eb.ref('excluded.filed_version'),
            is_current: eb.ref('excluded.is_current'),
            floor: eb.ref('excluded.floor'),
            room_no: eb.ref('excluded.room_no'),
            address: eb.ref('excluded.address'),
            address_key: eb.ref('excluded.address_key'),
            area_m2: eb.ref('excluded.area_m2'),
            max_subjects: eb.ref('excluded.max_subjects'),
            excluded: eb.ref('excluded.excluded'),
            use_type: eb.ref('excluded.use_type'),
            group_codes: sql`excluded.group_codes`,
            valid_until: eb.ref('excluded.valid_until'),
            hash: eb.ref('excluded.hash'),
          })),
        ),
    );
}

export function setUnitStanding(tx: Tx, row: UnitRow, isSuspended: boolean, reason: string): void {
  send(
    tx,
    tables(tx)
      .updateTable('premises.unit')
      .set({ is_suspended: isSuspended, reason })
      .where('centre_id', '=', row.centre_id)
      .where('unit_id', '=', row.unit_id),
  );
}

export function insertSnapshots(tx: Tx, rows: readonly SnapshotRow[]): void {
  for (const chunk of chunks(rows))
    send(tx, tables(tx).insertInto('premises.snapshot').values(chunk));
}

export function findSnapshot(
  db: Db,
  centreId: number,
  unitId: string,
  filedVersion: number,
): Promise<SnapshotRow | undefined> {
  return tables(db)
    .selectFrom('premises.snapshot')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('unit_id', '=', unitId)
    .where('filed_version', '=', filedVersion)
    .executeTakeFirst();
}

/** A unit of another filing that stands at one of these addresses, if any. */
export function findTaken(
  db: Db,
  centreId: number,
  filingId: string,
  keys: readonly string[],
): Promise<{ address: string; number: string } | undefined> {
  if (keys.length === 0) return Promise.resolve(undefined);
  return tables(db)
    .selectFrom('premises.unit as u')
    .innerJoin('premises.filing as f', (join) =>
      join.onRef('f.centre_id', '=', 'u.centre_id').onRef('f.filing_id', '=', 'u.filing_id'),
    )
    .select(['u.address', 'f.number'])
    .where('u.centre_id', '=', centreId)
    .where('u.is_current', '=', true)
    .where('u.filing_id', '<>', filingId)
    .where('f.standing', '<>', 'revoked')
    .where(sql<boolean>`u.address_key = any(${sql.val([...keys])}::text[])`)
    .limit(1)
    .executeTakeFirst();
}

/** Gives the addresses of a revoked filing free for another. */
export function dropUnits(tx: Tx, centreId: number, filingId: string): void {
  putUnits(tx, centreId, filingId, []);
}

export interface UnitInPlace {
  readonly unit: UnitRow;
  readonly filing: FilingRow;
  readonly carrier: CarrierRow;
}

/** A unit with its filing and carrier. */
export async function findInPlace(db: Db, unit: UnitRow): Promise<UnitInPlace | undefined> {
  const filing = await tables(db)
    .selectFrom('premises.filing')
    .selectAll()
    .where('centre_id', '=', unit.centre_id)
    .where('filing_id', '=', unit.filing_id)
    .executeTakeFirst();
  const carrier =
    filing &&
    (await tables(db)
      .selectFrom('premises.carrier')
      .selectAll()
      .where('centre_id', '=', unit.centre_id)
      .where('carrier_id', '=', filing.carrier_id)
      .executeTakeFirst());
  return filing && carrier && { unit, filing, carrier };
}

/** Who is in the units of these filings now. */
export function listOccupants(
  db: Db,
  centreId: number,
  of: { readonly filingIds?: readonly string[]; readonly unitIds?: readonly string[] },
): Promise<OccupancyRow[]> {
  const { filingIds, unitIds } = of;
  if (filingIds?.length === 0 || unitIds?.length === 0) return Promise.resolve([]);
  let query = tables(db)
    .selectFrom('premises.occupancy')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('until_on', 'is', null);
  if (filingIds !== undefined) query = query.where('filing_id', 'in', [...filingIds]);
  if (unitIds !== undefined) query = query.where('unit_id', 'in', [...unitIds]);
  return query.orderBy('from_on').orderBy('occupancy_id').execute();
}

export function findOccupancy(
  db: Db,
  centreId: number,
  id: string,
): Promise<OccupancyRow | undefined> {
  return tables(db)
    .selectFrom('premises.occupancy')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('occupancy_id', '=', id)
    .executeTakeFirst();
}

export function insertOccupancies(tx: Tx, rows: readonly OccupancyRow[]): void {
  for (const chunk of chunks(rows))
    send(tx, tables(tx).insertInto('premises.occupancy').values(chunk));
}

export function updateOccupancy(
  tx: Tx,
  row: OccupancyRow,
  changes: Partial<
    Pick<OccupancyRow, 'until_on' | 'is_unreachable' | 'note' | 'credit_code' | 'subject_name'>
  >,
): void {
  send(
    tx,
    tables(tx)
      .updateTable('premises.occupancy')
      .set(changes)
      .where('centre_id', '=', row.centre_id)
      .where('occupancy_id', '=', row.occupancy_id),
  );
}

export interface SeatRow extends OccupancyRow {
  readonly address: string;
}

/** Where a subject has its 住所 now: by its credit code, or by its name while it has none. */
export function findSeat(
  db: Db,
  centreId: number,
  subject: { readonly creditCode: string; readonly name: string },
): Promise<SeatRow | undefined> {
  const { creditCode, name } = subject;
  return tables(db)
    .selectFrom('premises.occupancy as o')
    .innerJoin('premises.unit as u', (join) =>
      join.onRef('u.centre_id', '=', 'o.centre_id').onRef('u.unit_id', '=', 'o.unit_id'),
    )
    .selectAll('o')
    .select('u.address')
    .where('o.centre_id', '=', centreId)
    .where('o.role', '=', 'seat')
    .where('o.until_on', 'is', null)
    .where((eb) =>
      creditCode === '' ? eb('o.subject_name', '=', name) : eb('o.credit_code', '=', creditCode),
    )
    .limit(1)
    .executeTakeFirst();
}

/** Ends what a subject has as its 住所 elsewhere: it moved. */
export function endSeats(
  tx: Tx,
  centreId: number,
  moved: { readonly creditCode: string; readonly but: string; readonly on: Day },
): void {
  send(
    tx,
    tables(tx)
      .updateTable('premises.occupancy')
      .set({ until_on: moved.on })
      .where('centre_id', '=', centreId)
      .where('role', '=', 'seat')
      .where('until_on', 'is', null)
      .where('credit_code', '=', moved.creditCode)
      .where('unit_id', '<>', moved.but),
  );
}
