import { z } from 'zod';

import { Day, Id, Instant } from '#kernel/http/shapes.ts';

export const BASE = '/api/v1/devices';

export const Version = z.object({ version: z.number().int().min(1) });

/** 在用, 备用, 维修, 报废. */
export const DeviceStatus = z.enum(['in-service', 'spare', 'repair', 'retired']);
export type DeviceStatus = z.infer<typeof DeviceStatus>;

/**
 * How a device is, seen from here: never enrolled, answering, silent for too long, locked from afar,
 * answering with a fault that somebody must mend, or not in service at all.
 */
export const Health = z.enum([
  'unenrolled',
  'online',
  'silent',
  'locked',
  'faulty',
  'out-of-service',
]);
export type Health = z.infer<typeof Health>;

/** `critical` stops a window or the hall, `major` loses a function, `minor` is a nuisance. */
export const Severity = z.enum(['critical', 'major', 'minor']);
export type Severity = z.infer<typeof Severity>;

/** What a device can be told from afar. */
export const OrderAct = z.enum(['message', 'restart', 'lock', 'unlock', 'self-test']);
export type OrderAct = z.infer<typeof OrderAct>;

const Name = z.object({ nameZh: z.string(), nameEn: z.string() });

export const FaultKind = Name.extend({ code: z.string(), severity: Severity, source: z.string() });
export type FaultKind = z.infer<typeof FaultKind>;

export const DeviceKind = Name.extend({
  code: z.string(),
  family: z.string(),
  isNetworked: z.boolean(),
  /** The page of this software that runs on it, or empty. */
  surface: z.string(),
  /** The maintenance contract that covers it. */
  contract: z.string(),
  faults: z.array(FaultKind),
});
export type DeviceKind = z.infer<typeof DeviceKind>;

const Text = (max: number) => z.string().trim().max(max);

/** What is typed for a device. Places are the ids of the organisation. */
export const DeviceInput = z.object({
  assetNo: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{1,39}$/),
  kindCode: z.string().min(1).max(64),
  brand: Text(60),
  model: Text(60),
  serialNo: Text(80),
  siteId: Id,
  zoneId: Id.nullable(),
  windowId: Id.nullable(),
  status: DeviceStatus,
  commissionedOn: Day.nullable(),
  warrantyUntil: Day.nullable(),
  ipAddress: z.union([z.literal(''), z.ipv4(), z.ipv6()]),
  macAddress: z.union([z.literal(''), z.string().regex(/^([0-9A-F]{2}:){5}[0-9A-F]{2}$/)]),
});
export type DeviceInput = z.infer<typeof DeviceInput>;

export const SelfTestItem = z.object({
  /** What was tried, e.g. `printer`, `display`, `network`. */
  part: z.string().regex(/^[a-z][a-z-]{1,30}$/),
  passed: z.boolean(),
  note: z.string().max(200).default(''),
});
export type SelfTestItem = z.infer<typeof SelfTestItem>;

export const Device = DeviceInput.extend({
  id: Id,
  kindNameZh: z.string(),
  kindNameEn: z.string(),
  siteNameZh: z.string(),
  siteNameEn: z.string(),
  zoneNameZh: z.string(),
  zoneNameEn: z.string(),
  windowNumber: z.number().int().nullable(),
  health: Health,
  isEnrolled: z.boolean(),
  lastSeenAt: Instant.nullable(),
  softwareVersion: z.string(),
  lockReason: z.string(),
  selfTestAt: Instant.nullable(),
  selfTestPassed: z.boolean().nullable(),
  selfTest: z.array(SelfTestItem),
  openFaults: z.number().int(),
  isDemonstration: z.boolean(),
  version: z.number().int(),
  updatedAt: Instant,
});
export type Device = z.infer<typeof Device>;

export const Fault = z.object({
  id: Id,
  deviceId: Id,
  assetNo: z.string(),
  kindCode: z.string(),
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  severity: Severity,
  note: z.string(),
  source: z.enum(['device', 'staff', 'watch']),
  reportedByName: z.string(),
  reportedAt: Instant,
  resolvedAt: Instant.nullable(),
  resolvedByName: z.string(),
  resolution: z.string(),
});
export type Fault = z.infer<typeof Fault>;

export const DeviceOrder = z.object({
  id: Id,
  deviceId: Id,
  act: OrderAct,
  text: z.string(),
  issuedByName: z.string(),
  issuedAt: Instant,
  fetchedAt: Instant.nullable(),
  answeredAt: Instant.nullable(),
  outcome: z.string(),
});
export type DeviceOrder = z.infer<typeof DeviceOrder>;
