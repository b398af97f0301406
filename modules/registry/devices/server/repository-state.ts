import { sql } from 'kysely';

import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { SelfTestItem } from '../contract.ts';
import type { DeviceOrderRow, DeviceStateRow, DeviceTables, FaultRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<DeviceTables>();

/** Keeps the heartbeat and gives the state as it was before it; undefined for the first one. */
export async function keepHeartbeat(
  tx: Tx,
  key: { readonly centreId: number; readonly deviceId: string },
  at: Date,
  softwareVersion: string,
): Promise<DeviceStateRow | undefined> {
  const before = await tables(tx)
    .selectFrom('devices.device_state')
    .selectAll()
    .where('centre_id', '=', key.centreId)
    .where('device_id', '=', key.deviceId)
    .forUpdate()
    .executeTakeFirst();
  send(
    tx,
    tables(tx)
      .insertInto('devices.device_state')
      .values({
        centre_id: key.centreId,
        device_id: key.deviceId,
        last_seen_at: at,
        software_version: softwareVersion,
        is_locked: false,
        lock_reason: '',
        silent_told_at: null,
        self_test_at: null,
        self_test_passed: null,
        self_test: '[]',
      })
      .onConflict((conflict) =>
        conflict.columns(['centre_id', 'device_id']).doUpdateSet({
          last_seen_at: at,
          software_version: softwareVersion,
          silent_told_at: null,
        }),
      ),
  );
  return before;
}

export function setLock(tx: Tx, centreId: number, deviceId: string, reason: string | null): void {
  send(
    tx,
    tables(tx)
      .updateTable('devices.device_state')
      .set({ is_locked: reason !== null, lock_reason: reason ?? '' })
      .where('centre_id', '=', centreId)
      .where('device_id', '=', deviceId),
  );
}

export function keepSelfTest(
  tx: Tx,
  key: { readonly centreId: number; readonly deviceId: string },
  at: Date,
  items: readonly SelfTestItem[],
): void {
  send(
    tx,
    tables(tx)
      .updateTable('devices.device_state')
      .set({
        self_test_at: at,
        self_test_passed: items.every((item) => item.passed),
        self_test: JSON.stringify(items),
      })
      .where('centre_id', '=', key.centreId)
      .where('device_id', '=', key.deviceId),
  );
}

export interface SilentDevice {
  readonly device_id: string;
  readonly asset_no: string;
  readonly kind_code: string;
  readonly site_id: string;
  readonly last_seen_at: Date;
}

/** Devices in service that were last heard before this moment and of whom nobody was told yet. */
export function listNewlySilent(db: Db, centreId: number, before: Date): Promise<SilentDevice[]> {
  return tables(db)
    .selectFrom('devices.device_state as state')
    .innerJoin('devices.device as device', (join) =>
      join
        .onRef('device.centre_id', '=', 'state.centre_id')
        .onRef('device.device_id', '=', 'state.device_id'),
    )
    .select([
      'device.device_id',
      'device.asset_no',
      'device.kind_code',
      'device.site_id',
      'state.last_seen_at',
    ])
    .where('state.centre_id', '=', centreId)
    .where('state.last_seen_at', '<', before)
    .where('state.silent_told_at', 'is', null)
    .where('device.status', '=', 'in-service')
    .where('device.account_id', 'is not', null)
    .orderBy('device.asset_no')
    .limit(1000)
    .execute();
}

export function markSilentTold(
  tx: Tx,
  centreId: number,
  deviceIds: readonly string[],
  at: Date,
): void {
  send(
    tx,
    tables(tx)
      .updateTable('devices.device_state')
      .set({ silent_told_at: at })
      .where('centre_id', '=', centreId)
      .where('device_id', '=', sql<string>`any(${[...deviceIds]}::uuid[])`),
  );
}

export function insertOrder(tx: Tx, row: DeviceOrderRow): void {
  send(tx, tables(tx).insertInto('devices.device_order').values(row));
}

export function listWaitingOrders(
  db: Db,
  centreId: number,
  deviceId: string,
): Promise<DeviceOrderRow[]> {
  return tables(db)
    .selectFrom('devices.device_order')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('device_id', '=', deviceId)
    .where('answered_at', 'is', null)
    .orderBy('order_id')
    .limit(20)
    .execute();
}

export function markFetched(tx: Tx, centreId: number, deviceId: string, at: Date): void {
  send(
    tx,
    tables(tx)
      .updateTable('devices.device_order')
      .set({ fetched_at: at })
      .where('centre_id', '=', centreId)
      .where('device_id', '=', deviceId)
      .where('answered_at', 'is', null)
      .where('fetched_at', 'is', null),
  );
}

export function lockOrder(
  tx: Tx,
  centreId: number,
  orderId: string,
): Promise<DeviceOrderRow | undefined> {
  return tables(tx)
    .selectFrom('devices.device_order')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('order_id', '=', orderId)
    .forUpdate()
    .executeTakeFirst();
}

export function answerOrder(tx: Tx, order: DeviceOrderRow, at: Date, outcome: string): void {
  send(
    tx,
    tables(tx)
      .updateTable('devices.device_order')
      .set({ answered_at: at, outcome, fetched_at: order.fetched_at ?? at })
      .where('centre_id', '=', order.centre_id)
      .where('order_id', '=', order.order_id),
  );
}

export function listOrders(db: Db, centreId: number, deviceId: string): Promise<DeviceOrderRow[]> {
  return tables(db)
    .selectFrom('devices.device_order')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('device_id', '=', deviceId)
    .orderBy('order_id', 'desc')
    .limit(100)
    .execute();
}

export interface FaultFilter {
  readonly cursor: Cursor | undefined;
  readonly limit: number;
  readonly deviceId: string | undefined;
  readonly openOnly: boolean;
  readonly onlySiteIds: readonly string[] | undefined;
}

export interface FaultShown extends FaultRow {
  readonly asset_no: string;
  readonly name_zh: string | null;
  readonly name_en: string | null;
}

function faults(db: Db, centreId: number) {
  return tables(db)
    .selectFrom('devices.fault as fault')
    .innerJoin('devices.device as device', (join) =>
      join
        .onRef('device.centre_id', '=', 'fault.centre_id')
        .onRef('device.device_id', '=', 'fault.device_id'),
    )
    .leftJoin('devices.fault_kind as kind', (join) =>
      join
        .onRef('kind.centre_id', '=', 'fault.centre_id')
        .onRef('kind.kind_code', '=', 'fault.kind_code')
        .onRef('kind.code', '=', 'fault.code'),
    )
    .selectAll('fault')
    .select(['device.asset_no', 'kind.name_zh', 'kind.name_en'])
    .where('fault.centre_id', '=', centreId);
}

export function listFaults(db: Db, centreId: number, filter: FaultFilter): Promise<FaultShown[]> {
  return faults(db, centreId)
    .$if(filter.deviceId !== undefined, (query) =>
      query.where('fault.device_id', '=', filter.deviceId ?? ''),
    )
    .$if(filter.openOnly, (query) => query.where('fault.resolved_at', 'is', null))
    .$if(filter.onlySiteIds !== undefined, (query) =>
      query.where(
        'device.site_id',
        '=',
        sql<string>`any(${[...(filter.onlySiteIds ?? [])]}::uuid[])`,
      ),
    )
    .where(afterCursor(filter.cursor, ['fault.fault_id'], 'desc'))
    .orderBy('fault.fault_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

export function findFault(
  db: Db,
  centreId: number,
  faultId: string,
): Promise<FaultShown | undefined> {
  return faults(db, centreId).where('fault.fault_id', '=', faultId).executeTakeFirst();
}

export function findOpenFault(
  db: Db,
  centreId: number,
  deviceId: string,
  code: string,
): Promise<FaultShown | undefined> {
  return faults(db, centreId)
    .where('fault.device_id', '=', deviceId)
    .where('fault.code', '=', code)
    .where('fault.resolved_at', 'is', null)
    .executeTakeFirst();
}

export function insertFault(tx: Tx, row: FaultRow): void {
  send(tx, tables(tx).insertInto('devices.fault').values(row));
}

export function resolveFault(tx: Tx, row: FaultRow): void {
  send(
    tx,
    tables(tx)
      .updateTable('devices.fault')
      .set({
        resolved_at: row.resolved_at,
        resolved_by_name: row.resolved_by_name,
        resolution: row.resolution,
      })
      .where('centre_id', '=', row.centre_id)
      .where('fault_id', '=', row.fault_id),
  );
}
