import type { Directory } from '#modules/registry/organisation/index.ts';

import type { Device, DeviceKind, DeviceOrder, Fault } from '../contract.ts';
import type { FaultShown } from './repository-state.ts';
import type { DeviceSeen } from './repository.ts';
import { healthOf } from './rules.ts';
import type { DeviceKindRow, DeviceOrderRow, FaultKindRow } from './tables.ts';

const toInstant = (at: Date | null) => at?.toISOString() ?? null;

/** What names a device's surroundings when it is shown. */
export interface Surroundings {
  readonly directory: Directory;
  readonly kinds: ReadonlyMap<string, DeviceKindRow>;
  readonly now: Date;
}

export function toDevice(row: DeviceSeen, surroundings: Surroundings): Device {
  return {
    id: row.device_id,
    assetNo: row.asset_no,
    kindCode: row.kind_code,
    brand: row.brand,
    model: row.model,
    serialNo: row.serial_no,
    siteId: row.site_id,
    zoneId: row.zone_id,
    windowId: row.window_id,
    status: row.status,
    commissionedOn: row.commissioned_on,
    warrantyUntil: row.warranty_until,
    ipAddress: row.ip_address,
    macAddress: row.mac_address,
    ...toNames(row, surroundings),
    ...toCondition(row, surroundings.now),
    isDemonstration: row.is_demonstration,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

const NAMELESS = { nameZh: '', nameEn: '' };

function toNames(row: DeviceSeen, { directory, kinds }: Surroundings) {
  const kind = kinds.get(row.kind_code);
  const site = directory.sites.byId.get(row.site_id) ?? NAMELESS;
  const zone = directory.zones.byId.get(row.zone_id ?? '') ?? NAMELESS;
  return {
    kindNameZh: kind?.name_zh ?? row.kind_code,
    kindNameEn: kind?.name_en ?? row.kind_code,
    siteNameZh: site.nameZh,
    siteNameEn: site.nameEn,
    zoneNameZh: zone.nameZh,
    zoneNameEn: zone.nameEn,
    windowNumber: directory.windows.byId.get(row.window_id ?? '')?.number ?? null,
  };
}

function toCondition(row: DeviceSeen, now: Date) {
  const isEnrolled = row.account_id !== null;
  return {
    health: healthOf(
      {
        status: row.status,
        isEnrolled,
        lastSeenAt: row.last_seen_at,
        isLocked: row.is_locked ?? false,
        openFaults: row.open_faults,
      },
      now,
    ),
    isEnrolled,
    lastSeenAt: toInstant(row.last_seen_at),
    softwareVersion: row.software_version ?? '',
    lockReason: row.lock_reason ?? '',
    selfTestAt: toInstant(row.self_test_at),
    selfTestPassed: row.self_test_passed,
    selfTest: Array.isArray(row.self_test) ? row.self_test : [],
    openFaults: row.open_faults,
  };
}

export function toKind(row: DeviceKindRow, faults: readonly FaultKindRow[]): DeviceKind {
  return {
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    family: row.family,
    isNetworked: row.is_networked,
    surface: row.surface,
    contract: row.contract,
    faults: faults.filter((fault) => fault.kind_code === row.code).map(toFaultKind),
  };
}

export function toFaultKind(row: FaultKindRow) {
  return {
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    severity: row.severity,
    source: row.source,
  };
}

export function toFault(row: FaultShown): Fault {
  return {
    id: row.fault_id,
    deviceId: row.device_id,
    assetNo: row.asset_no,
    kindCode: row.kind_code,
    code: row.code,
    nameZh: row.name_zh ?? row.code,
    nameEn: row.name_en ?? row.code,
    severity: row.severity,
    note: row.note,
    source: row.source,
    reportedByName: row.reported_by_name,
    reportedAt: row.reported_at.toISOString(),
    resolvedAt: toInstant(row.resolved_at),
    resolvedByName: row.resolved_by_name,
    resolution: row.resolution,
  };
}

export function toOrder(row: DeviceOrderRow): DeviceOrder {
  return {
    id: row.order_id,
    deviceId: row.device_id,
    act: row.act,
    text: row.text,
    issuedByName: row.issued_by_name,
    issuedAt: row.issued_at.toISOString(),
    fetchedAt: toInstant(row.fetched_at),
    answeredAt: toInstant(row.answered_at),
    outcome: row.outcome,
  };
}
