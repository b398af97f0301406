import { sql } from 'kysely';

import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { Health, ListDevicesQuery } from '../contract.ts';
import type {
  DeviceKindRow,
  DeviceRow,
  DeviceStateRow,
  DeviceTables,
  FaultKindRow,
} from './tables.ts';

const tables = (db: Db) => db.$extendTables<DeviceTables>();

/** A device with what it last said and its open faults. */
export interface DeviceSeen extends DeviceRow {
  readonly last_seen_at: Date | null;
  readonly software_version: string | null;
  readonly is_locked: boolean | null;
  readonly lock_reason: string | null;
  readonly self_test_at: Date | null;
  readonly self_test_passed: boolean | null;
  readonly self_test: DeviceStateRow['self_test'] | null;
  readonly open_faults: number;
}

export interface DeviceFilter extends Omit<ListDevicesQuery, 'cursor'> {
  readonly cursor: Cursor | undefined;
  /** The sites that the reader may see; undefined for all. */
  readonly onlySiteIds: readonly string[] | undefined;
  /** Kinds and windows that the search names, beside what it finds as text. */
  readonly named?: {
    readonly kindCodes: readonly string[];
    readonly windowIds: readonly string[];
  };
  /** Heard before this moment means silent. */
  readonly silentBefore: Date;
}

const openFaults = sql<number>`(SELECT count(*)::integer FROM devices.fault f
  WHERE f.centre_id = device.centre_id AND f.device_id = device.device_id AND f.resolved_at IS NULL)`;

// The same order of questions as healthOf in rules.ts; a test holds the two against each other.
const healthSql = (silentBefore: Date) => sql<Health>`CASE
  WHEN device.status <> 'in-service' THEN 'out-of-service'
  WHEN EXISTS (SELECT FROM devices.fault f WHERE f.centre_id = device.centre_id
    AND f.device_id = device.device_id AND f.resolved_at IS NULL) THEN 'faulty'
  WHEN device.account_id IS NULL THEN 'unenrolled'
  WHEN state.last_seen_at IS NULL OR state.last_seen_at < ${silentBefore} THEN 'silent'
  WHEN state.is_locked THEN 'locked' ELSE 'online' END`;

function joined(db: Db, centreId: number) {
  return tables(db)
    .selectFrom('devices.device as device')
    .leftJoin('devices.device_state as state', (join) =>
      join
        .onRef('state.centre_id', '=', 'device.centre_id')
        .onRef('state.device_id', '=', 'device.device_id'),
    )
    .where('device.centre_id', '=', centreId);
}

function filtered(db: Db, centreId: number, filter: Omit<DeviceFilter, 'cursor' | 'limit'>) {
  const pattern = `%${filter.search ?? ''}%`;
  const { kindCodes = [], windowIds = [] } = filter.named ?? {};
  return joined(db, centreId)
    .$if(filter.kindCode !== undefined, (query) =>
      query.where('device.kind_code', '=', filter.kindCode ?? ''),
    )
    .$if(filter.siteId !== undefined, (query) =>
      query.where('device.site_id', '=', filter.siteId ?? ''),
    )
    .$if(filter.zoneId !== undefined, (query) =>
      query.where('device.zone_id', '=', filter.zoneId ?? ''),
    )
    .$if(filter.status !== undefined, (query) =>
      query.where('device.status', '=', filter.status ?? 'spare'),
    )
    .$if(filter.health !== undefined, (query) =>
      query.where(healthSql(filter.silentBefore), '=', filter.health ?? 'online'),
    )
    .$if(filter.onlySiteIds !== undefined, (query) =>
      query.where(
        'device.site_id',
        '=',
        sql<string>`any(${[...(filter.onlySiteIds ?? [])]}::uuid[])`,
      ),
    )
    .$if(filter.search !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('device.asset_no', 'ilike', pattern),
          eb('device.serial_no', 'ilike', pattern),
          eb('device.model', 'ilike', pattern),
          eb('device.ip_address', 'ilike', pattern),
          eb('device.kind_code', '=', sql<string>`any(${[...kindCodes]}::text[])`),
          eb('device.window_id', '=', sql<string>`any(${[...windowIds]}::uuid[])`),
        ]),
      ),
    );
}

const stateColumns = [
  'state.last_seen_at',
  'state.software_version',
  'state.is_locked',
  'state.lock_reason',
  'state.self_test_at',
  'state.self_test_passed',
  'state.self_test',
] as const;

export function listDevices(db: Db, centreId: number, filter: DeviceFilter): Promise<DeviceSeen[]> {
  return filtered(db, centreId, filter)
    .selectAll('device')
    .select(stateColumns)
    .select(openFaults.as('open_faults'))
    .where(afterCursor(filter.cursor, ['device.asset_no']))
    .orderBy('device.asset_no')
    .limit(filter.limit + 1)
    .execute();
}

export async function countDevices(
  db: Db,
  centreId: number,
  filter: Omit<DeviceFilter, 'cursor' | 'limit'>,
): Promise<number> {
  const { count } = await filtered(db, centreId, filter)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export interface BoardRow {
  readonly device_id: string;
  readonly asset_no: string;
  readonly kind_code: string;
  readonly site_id: string;
  readonly zone_id: string | null;
  readonly window_id: string | null;
  readonly health: Health;
}

/** Every device of the sites with its health, in one statement. */
export function listBoard(
  db: Db,
  centreId: number,
  silentBefore: Date,
  onlySiteIds: readonly string[] | undefined,
): Promise<BoardRow[]> {
  return joined(db, centreId)
    .select([
      'device.device_id',
      'device.asset_no',
      'device.kind_code',
      'device.site_id',
      'device.zone_id',
      'device.window_id',
      healthSql(silentBefore).as('health'),
    ])
    .where('device.status', '!=', 'retired')
    .$if(onlySiteIds !== undefined, (query) =>
      query.where('device.site_id', '=', sql<string>`any(${[...(onlySiteIds ?? [])]}::uuid[])`),
    )
    .orderBy('device.asset_no')
    .execute();
}

export function findDevice(
  db: Db,
  centreId: number,
  deviceId: string,
): Promise<DeviceSeen | undefined> {
  return joined(db, centreId)
    .selectAll('device')
    .select(stateColumns)
    .select(openFaults.as('open_faults'))
    .where('device.device_id', '=', deviceId)
    .executeTakeFirst();
}

export function findDeviceOfAccount(
  db: Db,
  centreId: number,
  accountId: string,
): Promise<DeviceRow | undefined> {
  return tables(db)
    .selectFrom('devices.device')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

export function lockDevice(
  tx: Tx,
  centreId: number,
  deviceId: string,
): Promise<DeviceRow | undefined> {
  return tables(tx)
    .selectFrom('devices.device')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('device_id', '=', deviceId)
    .forUpdate()
    .executeTakeFirst();
}

export function listAllDevices(db: Db, centreId: number): Promise<DeviceRow[]> {
  return tables(db)
    .selectFrom('devices.device')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('asset_no')
    .execute();
}

export function insertDevices(tx: Tx, rows: readonly DeviceRow[]): void {
  if (rows.length > 0)
    send(
      tx,
      tables(tx)
        .insertInto('devices.device')
        .values([...rows]),
    );
}

export function updateDevice(tx: Tx, row: DeviceRow): void {
  const { centre_id, device_id, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('devices.device')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('device_id', '=', device_id),
  );
}

export function listKinds(db: Db, centreId: number): Promise<DeviceKindRow[]> {
  return tables(db)
    .selectFrom('devices.device_kind')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('sort_order')
    .execute();
}

export function findKind(
  db: Db,
  centreId: number,
  code: string,
): Promise<DeviceKindRow | undefined> {
  return tables(db)
    .selectFrom('devices.device_kind')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('code', '=', code)
    .executeTakeFirst();
}

export function listFaultKinds(db: Db, centreId: number): Promise<FaultKindRow[]> {
  return tables(db)
    .selectFrom('devices.fault_kind')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('kind_code')
    .orderBy('code')
    .execute();
}

export function saveKinds(tx: Tx, rows: readonly DeviceKindRow[]): void {
  if (rows.length === 0) return;
  send(
    tx,
    tables(tx)
      .insertInto('devices.device_kind')
      .values([...rows])
      .onConflict((conflict) =>
        conflict.columns(['centre_id', 'code']).doUpdateSet((eb) => ({
          name_zh: eb.ref('excluded.name_zh'),
          name_en: eb.ref('excluded.name_en'),
          family: eb.ref('excluded.family'),
          asset_prefix: eb.ref('excluded.asset_prefix'),
          is_networked: eb.ref('excluded.is_networked'),
          surface: eb.ref('excluded.surface'),
          contract: eb.ref('excluded.contract'),
          sort_order: eb.ref('excluded.sort_order'),
        })),
      ),
  );
}

export function saveFaultKinds(tx: Tx, rows: readonly FaultKindRow[]): void {
  if (rows.length === 0) return;
  send(
    tx,
    tables(tx)
      .insertInto('devices.fault_kind')
      .values([...rows])
      .onConflict((conflict) =>
        conflict.columns(['centre_id', 'kind_code', 'code']).doUpdateSet((eb) => ({
          name_zh: eb.ref('excluded.name_zh'),
          name_en: eb.ref('excluded.name_en'),
          severity: eb.ref('excluded.severity'),
          source: eb.ref('excluded.source'),
        })),
      ),
  );
}
