import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Done, Id, IdParams, Instant, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { permissions } from './contract-permissions.ts';
import { problems } from './contract-problems.ts';
import {
  BASE,
  Device,
  DeviceInput,
  DeviceKind,
  DeviceOrder,
  DeviceStatus,
  Fault,
  Health,
  OrderAct,
  Version,
} from './contract-shapes.ts';

export const ListDevicesQuery = PageQuery.extend({
  kindCode: z.string().max(64).optional(),
  siteId: Id.optional(),
  zoneId: Id.optional(),
  status: DeviceStatus.optional(),
  health: Health.optional(),
});
export type ListDevicesQuery = z.infer<typeof ListDevicesQuery>;

export const ListFaultsQuery = PageQuery.extend({
  deviceId: Id.optional(),
  openOnly: z.stringbool().default(true),
});
export type ListFaultsQuery = z.infer<typeof ListFaultsQuery>;

export const FaultReport = z.object({
  code: z.string().min(1).max(64),
  note: z.string().trim().max(500).default(''),
});
export type FaultReport = z.infer<typeof FaultReport>;

export const OrderInput = z
  .object({
    deviceIds: z.array(Id).min(1).max(200),
    act: OrderAct,
    text: z.string().trim().max(200).default(''),
  })
  .refine((order) => !['message', 'lock'].includes(order.act) || order.text !== '', {
    path: ['text'],
    message: '请填写要显示的文字｜Write the text to show',
  });
export type OrderInput = z.infer<typeof OrderInput>;

/** One cell of the board: how many devices of a kind at a site are in which health. */
export const BoardCount = z.object({
  siteId: Id,
  kindCode: z.string(),
  health: Health,
  count: z.number().int(),
});
export type BoardCount = z.infer<typeof BoardCount>;

/** A device as the board draws it: as little as shows its state and leads to it. */
export const BoardDevice = z.object({
  id: Id,
  assetNo: z.string(),
  kindCode: z.string(),
  siteId: Id,
  zoneId: Id.nullable(),
  windowNumber: z.number().int().nullable(),
  health: Health,
});
export type BoardDevice = z.infer<typeof BoardDevice>;

export const deviceRoutes = {
  listKinds: route({
    name: 'devices.listKinds',
    method: 'GET',
    path: `${BASE}/kinds`,
    summary: 'Kinds of device, each with its fault dictionary',
    admission: permissions.view,
    response: z.object({ items: z.array(DeviceKind) }),
  }),
  listDevices: route({
    name: 'devices.listDevices',
    method: 'GET',
    path: BASE,
    summary: 'The device register',
    admission: permissions.view,
    query: ListDevicesQuery,
    response: pageOf(Device),
  }),
  showBoard: route({
    name: 'devices.showBoard',
    method: 'GET',
    path: `${BASE}/board`,
    summary: 'Every device with its health, and the counts, at one moment',
    admission: permissions.view,
    response: z.object({ at: Instant, devices: z.array(BoardDevice), counts: z.array(BoardCount) }),
  }),
  getDevice: route({
    name: 'devices.getDevice',
    method: 'GET',
    path: `${BASE}/:id`,
    summary: 'One device',
    admission: permissions.view,
    params: IdParams,
    response: Device,
  }),
  createDevice: route({
    name: 'devices.createDevice',
    method: 'POST',
    path: BASE,
    summary: 'Register a device',
    admission: permissions.manage,
    body: DeviceInput,
    response: Device,
    status: 201,
    idempotency: 'required',
    problems: [problems.assetTaken, problems.unknownKind, problems.unknownPlace],
  }),
  changeDevice: route({
    name: 'devices.changeDevice',
    method: 'PUT',
    path: `${BASE}/:id`,
    summary: 'Change what is recorded of a device',
    admission: permissions.manage,
    params: IdParams,
    body: DeviceInput.extend(Version.shape),
    response: Device,
    idempotency: 'optional',
    problems: [problems.assetTaken, problems.unknownKind, problems.unknownPlace],
  }),
  openEnrolment: route({
    name: 'devices.openEnrolment',
    method: 'POST',
    path: `${BASE}/:id/enrolment`,
    summary: 'A code to type at the device within minutes; shown once',
    admission: permissions.manage,
    params: IdParams,
    response: z.object({ code: z.string(), expiresAt: Instant }),
    status: 201,
    problems: [problems.notNetworked],
  }),
  revokeKeys: route({
    name: 'devices.revokeKeys',
    method: 'POST',
    path: `${BASE}/:id/revocation`,
    summary: "Take the device's key away at once",
    admission: permissions.manage,
    params: IdParams,
    body: z.object({ reason: z.string().trim().min(1).max(200) }),
    response: Done,
    idempotency: 'optional',
    problems: [problems.notEnrolled],
  }),
  giveOrder: route({
    name: 'devices.giveOrder',
    method: 'POST',
    path: `${BASE}/orders`,
    summary: 'Tell up to 200 devices to show a message, restart, lock, unlock or test themselves',
    admission: permissions.operate,
    body: OrderInput,
    response: z.object({
      items: z.array(
        z.object({ deviceId: Id, given: z.boolean(), problem: z.string().nullable() }),
      ),
    }),
    status: 201,
    idempotency: 'required',
  }),
  listOrders: route({
    name: 'devices.listOrders',
    method: 'GET',
    path: `${BASE}/:id/orders`,
    summary: 'What the device was told, newest first',
    admission: permissions.view,
    params: IdParams,
    response: z.object({ items: z.array(DeviceOrder) }),
  }),
} as const;

export const faultRoutes = {
  listFaults: route({
    name: 'devices.listFaults',
    method: 'GET',
    path: '/api/v1/device-faults',
    summary: 'Faults, newest first; only the open ones unless told',
    admission: permissions.view,
    query: ListFaultsQuery,
    response: pageOf(Fault),
  }),
  reportFault: route({
    name: 'devices.reportFault',
    method: 'POST',
    path: `${BASE}/:id/faults`,
    summary: 'Report a fault; a second report of the same open fault gives the first',
    admission: permissions.report,
    params: IdParams,
    body: FaultReport,
    response: Fault,
    status: 201,
    idempotency: 'optional',
    problems: [problems.unknownFault],
  }),
  resolveFault: route({
    name: 'devices.resolveFault',
    method: 'POST',
    path: '/api/v1/device-faults/:id/resolution',
    summary: 'Say how a fault was mended',
    admission: permissions.manage,
    params: IdParams,
    body: z.object({ resolution: z.string().trim().min(1).max(500) }),
    response: Fault,
    idempotency: 'optional',
    problems: [problems.alreadyResolved],
  }),
} as const;
