import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Done, Id, IdParams, Instant } from '#kernel/http/shapes.ts';

import { permissions } from './contract-permissions.ts';
import { problems } from './contract-problems.ts';
import { FaultReport } from './contract-routes.ts';
import { FaultKind, OrderAct, SelfTestItem } from './contract-shapes.ts';

const BASE = '/api/v1/device';

/** Seconds between two heartbeats; the server may ask for another pace in its answer. */
export const HEARTBEAT_SECONDS = 30;

/** What a device is told of itself: what it is, where it stands and how it is doing. */
export const DeviceSelf = z.object({
  id: Id,
  assetNo: z.string(),
  kindCode: z.string(),
  kindNameZh: z.string(),
  kindNameEn: z.string(),
  surface: z.string(),
  /** One that was invented for a demonstration: its hardware may be played by software. */
  isDemonstration: z.boolean(),
  siteId: Id,
  zoneId: Id.nullable(),
  windowId: Id.nullable(),
  siteNameZh: z.string(),
  siteNameEn: z.string(),
  zoneNameZh: z.string(),
  zoneNameEn: z.string(),
  windowNumber: z.number().int().nullable(),
  lockReason: z.string().nullable(),
  faults: z.array(FaultKind),
});
export type DeviceSelf = z.infer<typeof DeviceSelf>;

export const WaitingOrder = z.object({
  id: Id,
  act: OrderAct,
  text: z.string(),
  issuedAt: Instant,
});
export type WaitingOrder = z.infer<typeof WaitingOrder>;

export const Heartbeat = z.object({ softwareVersion: z.string().trim().min(1).max(40) });

export const HeartbeatAnswer = z.object({
  serverTime: Instant,
  lockReason: z.string().nullable(),
  orders: z.array(WaitingOrder),
  nextInSeconds: z.number().int(),
});
export type HeartbeatAnswer = z.infer<typeof HeartbeatAnswer>;

/** What devices themselves call, with their key. */
export const selfRoutes = {
  getSelf: route({
    name: 'devices.getSelf',
    method: 'GET',
    path: `${BASE}/self`,
    summary: 'The device that calls',
    admission: permissions.serve,
    response: DeviceSelf,
    problems: [problems.notADevice],
  }),
  heartbeat: route({
    name: 'devices.heartbeat',
    method: 'POST',
    path: `${BASE}/heartbeat`,
    summary: 'Say that the device is alive; answers what it has been told to do',
    admission: permissions.serve,
    body: Heartbeat,
    response: HeartbeatAnswer,
    crossSite: true,
    problems: [problems.notADevice],
  }),
  answerOrder: route({
    name: 'devices.answerOrder',
    method: 'POST',
    path: `${BASE}/orders/:id/answer`,
    summary: 'Say what came of an order',
    admission: permissions.serve,
    params: IdParams,
    body: z.object({ outcome: z.string().trim().min(1).max(200) }),
    response: Done,
    crossSite: true,
    problems: [problems.notADevice],
  }),
  reportSelfTest: route({
    name: 'devices.reportSelfTest',
    method: 'POST',
    path: `${BASE}/self-test`,
    summary: 'The outcome of a self-test, part by part',
    admission: permissions.serve,
    body: z.object({ items: z.array(SelfTestItem).min(1).max(40) }),
    response: Done,
    crossSite: true,
    problems: [problems.notADevice],
  }),
  reportOwnFault: route({
    name: 'devices.reportOwnFault',
    method: 'POST',
    path: `${BASE}/faults`,
    summary: 'A fault that the device found itself',
    admission: permissions.serve,
    body: FaultReport,
    response: Done,
    status: 201,
    crossSite: true,
    problems: [problems.notADevice, problems.unknownFault],
  }),
} as const;
