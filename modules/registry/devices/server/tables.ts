import type {
  DeviceStatus,
  OrderAct,
  PrinterTransport,
  PrinterTrouble,
  PrintState,
  SelfTestItem,
  Severity,
} from '../contract.ts';

export type DeviceKindRow = {
  centre_id: number;
  code: string;
  name_zh: string;
  name_en: string;
  family: string;
  asset_prefix: string;
  is_networked: boolean;
  surface: string;
  contract: string;
  sort_order: number;
};

export type FaultKindRow = {
  centre_id: number;
  kind_code: string;
  code: string;
  name_zh: string;
  name_en: string;
  severity: Severity;
  source: string;
};

export type DeviceRow = {
  centre_id: number;
  device_id: string;
  asset_no: string;
  kind_code: string;
  brand: string;
  model: string;
  serial_no: string;
  site_id: string;
  zone_id: string | null;
  window_id: string | null;
  status: DeviceStatus;
  commissioned_on: string | null;
  warranty_until: string | null;
  ip_address: string;
  mac_address: string;
  account_id: string | null;
  is_demonstration: boolean;
  version: number;
  updated_at: Date;
};

export type DeviceStateRow = {
  centre_id: number;
  device_id: string;
  last_seen_at: Date;
  software_version: string;
  is_locked: boolean;
  lock_reason: string;
  silent_told_at: Date | null;
  self_test_at: Date | null;
  self_test_passed: boolean | null;
  /** Written as JSON text; the driver gives it back parsed. */
  self_test: string | SelfTestItem[];
};

export type FaultRow = {
  centre_id: number;
  fault_id: string;
  device_id: string;
  kind_code: string;
  code: string;
  severity: Severity;
  note: string;
  source: 'device' | 'staff' | 'watch';
  reported_by: string;
  reported_by_name: string;
  reported_at: Date;
  resolved_at: Date | null;
  resolved_by_name: string;
  resolution: string;
};

export type DeviceOrderRow = {
  centre_id: number;
  order_id: string;
  device_id: string;
  act: OrderAct;
  text: string;
  issued_by: string;
  issued_by_name: string;
  issued_at: Date;
  fetched_at: Date | null;
  answered_at: Date | null;
  outcome: string;
};

export type PrinterRow = {
  centre_id: number;
  device_id: string;
  transport: PrinterTransport;
  roll_mm: number;
  host: string;
  port: number;
};

export type PrintJobRow = {
  centre_id: number;
  job_id: string;
  device_id: string;
  title: string;
  /** SM3 of the bytes: the same number can not stand for another slip. */
  slip_hash: string;
  state: PrintState;
  trouble: PrinterTrouble | null;
  attempts: number;
  reprint_of: string | null;
  requested_at: Date;
  settled_at: Date | null;
};

/** The tables of this module, and no others. */
export type DeviceTables = {
  'devices.device_kind': DeviceKindRow;
  'devices.fault_kind': FaultKindRow;
  'devices.device': DeviceRow;
  'devices.device_state': DeviceStateRow;
  'devices.fault': FaultRow;
  'devices.device_order': DeviceOrderRow;
  'devices.printer': PrinterRow;
  'devices.print_job': PrintJobRow;
};
