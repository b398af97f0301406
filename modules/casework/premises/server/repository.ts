import { sql } from 'kysely';

import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { CarrierRow, FilingRow, HistoryRow, PremisesTables, VersionRow } from './tables.ts';

export const tables = (db: Db) => db.$extendTables<PremisesTables>();

const carriers = (db: Db, centreId: number) =>
  tables(db).selectFrom('premises.carrier').selectAll().where('centre_id', '=', centreId);

export function findCarrier(db: Db, centreId: number, id: string): Promise<CarrierRow | undefined> {
  return carriers(db, centreId).where('carrier_id', '=', id).executeTakeFirst();
}

export function lockCarrier(tx: Tx, centreId: number, id: string): Promise<CarrierRow | undefined> {
  return carriers(tx, centreId).where('carrier_id', '=', id).forUpdate().executeTakeFirst();
}

export function listCarriersOf(
  db: Db,
  centreId: number,
  operatorId: string,
): Promise<CarrierRow[]> {
  return carriers(db, centreId).where('operator_id', '=', operatorId).orderBy('name').execute();
}

export function listCarriers(db: Db, centreId: number): Promise<CarrierRow[]> {
  return carriers(db, centreId).orderBy('name').execute();
}

export function putCarrier(tx: Tx, row: CarrierRow): void {
  const { centre_id, carrier_id, ...columns } = row;
  send(
    tx,
    tables(tx)
      .insertInto('premises.carrier')
      .values({ centre_id, carrier_id, ...columns })
      .onConflict((conflict) => conflict.columns(['centre_id', 'carrier_id']).doUpdateSet(columns)),
  );
}

const filings = (db: Db, centreId: number) =>
  tables(db).selectFrom('premises.filing').selectAll().where('centre_id', '=', centreId);

export function findFiling(db: Db, centreId: number, id: string): Promise<FilingRow | undefined> {
  return filings(db, centreId).where('filing_id', '=', id).executeTakeFirst();
}

/** The row, kept from others until the transaction ends. */
export function lockFiling(tx: Tx, centreId: number, id: string): Promise<FilingRow | undefined> {
  return filings(tx, centreId).where('filing_id', '=', id).forUpdate().executeTakeFirst();
}

export function listFilingsOf(
  db: Db,
  centreId: number,
  carrierIds: readonly string[],
): Promise<FilingRow[]> {
  if (carrierIds.length === 0) return Promise.resolve([]);
  return filings(db, centreId)
    .where('carrier_id', 'in', [...carrierIds])
    .orderBy('building_name')
    .orderBy('filing_id')
    .execute();
}

/** Writes a filing, new or in the place of the one with its id. */
export function putFiling(tx: Tx, row: FilingRow): void {
  const { centre_id, filing_id, ...rest } = row;
  const columns = {
    ...rest,
    draft: rest.draft === null ? sql<string>`null::jsonb` : JSON.stringify(rest.draft),
    points: JSON.stringify(rest.points),
    returns: JSON.stringify(rest.returns),
  };
  send(
    tx,
    tables(tx)
      .insertInto('premises.filing')
      .values({ centre_id, filing_id, ...columns })
      .onConflict((conflict) => conflict.columns(['centre_id', 'filing_id']).doUpdateSet(columns)),
  );
}

export function insertHistory(tx: Tx, row: HistoryRow): void {
  send(tx, tables(tx).insertInto('premises.history').values(row));
}

export function listHistory(db: Db, centreId: number, filingId: string): Promise<HistoryRow[]> {
  return tables(db)
    .selectFrom('premises.history')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('filing_id', '=', filingId)
    .orderBy('at', 'desc')
    .orderBy('entry_id', 'desc')
    .limit(300)
    .execute();
}

export function insertVersion(tx: Tx, row: VersionRow): void {
  const { body, ...rest } = row;
  send(
    tx,
    tables(tx)
      .insertInto('premises.filed_version')
      .values({ ...rest, body: JSON.stringify(body) }),
  );
}

export function findVersion(
  db: Db,
  centreId: number,
  filingId: string,
  filedVersion: number,
): Promise<VersionRow | undefined> {
  return tables(db)
    .selectFrom('premises.filed_version')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('filing_id', '=', filingId)
    .where('filed_version', '=', filedVersion)
    .executeTakeFirst();
}

export interface VersionSummary extends Omit<VersionRow, 'body' | 'centre_id' | 'filing_id'> {
  readonly units: number;
  readonly uses: number;
}

/** Every version with how many units it has and how many cases cite it, the newest first. */
export function listVersions(
  db: Db,
  centreId: number,
  filingId: string,
): Promise<VersionSummary[]> {
  return tables(db)
    .selectFrom('premises.filed_version as v')
    .select([
      'v.filed_version',
      'v.kind',
      'v.hash',
      'v.valid_until',
      'v.filed_at',
      'v.filed_by_name',
      sql<number>`jsonb_array_length(v.body -> 'units')`.as('units'),
      sql<number>`(select count(*)::integer from premises.use_record u where u.centre_id = v.centre_id
        and u.filing_id = v.filing_id and u.filed_version = v.filed_version)`.as('uses'),
    ])
    .where('v.centre_id', '=', centreId)
    .where('v.filing_id', '=', filingId)
    .orderBy('v.filed_version', 'desc')
    .execute();
}
