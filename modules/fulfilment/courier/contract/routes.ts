import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Id, IdParams, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { bookRoutes } from './routes-book.ts';
import { monthRoutes } from './routes-months.ts';
import { ownRoutes } from './routes-own.ts';
import { Settings } from './settings.ts';
import {
  BASE,
  Carrier,
  CarrierInput,
  Contact,
  Figures,
  HandOver,
  Parcel,
  ParcelInFull,
  Push,
  UnknownPush,
} from './shapes.ts';
import { Direction, ParcelState } from './state.ts';

const Version = z.object({ version: z.number().int().min(1) });

export const ParcelFilter = z.object({
  state: ParcelState.optional(),
  direction: Direction.optional(),
});
export type ParcelFilter = z.infer<typeof ParcelFilter>;

export const CaseParcel = z.object({
  caseNo: z.string().trim().min(4).max(60),
  direction: Direction.default('out'),
  contents: z.string().trim().min(2).max(200),
  hasOriginals: z.boolean().default(false),
  /** In grams, where it was weighed. */
  weightGrams: z.number().int().min(1).max(30_000).optional(),
  contact: Contact,
});
export type CaseParcel = z.infer<typeof CaseParcel>;

export const HandOverInput = z.object({
  parcelIds: z.array(Id).min(1).max(200),
  courierName: z.string().trim().min(2).max(40),
  signatureFileId: Id.nullable().default(null),
});
export type HandOverInput = z.infer<typeof HandOverInput>;

export const Trouble = Version.extend({
  what: z.enum(['lost', 'damaged', 'closed', 'cancelled']),
  reason: z.string().trim().min(2).max(300),
});
export type Trouble = z.infer<typeof Trouble>;

export const routes = {
  ...monthRoutes,
  ...bookRoutes,
  ...ownRoutes,
  listParcels: route({
    name: 'courier.listParcels',
    method: 'GET',
    path: `${BASE}/parcels`,
    summary: 'Parcels, the newest first, addresses masked',
    admission: permissions.view,
    query: PageQuery.extend(ParcelFilter.shape),
    response: pageOf(Parcel),
  }),
  getParcel: route({
    name: 'courier.getParcel',
    method: 'GET',
    path: `${BASE}/parcels/:id`,
    summary: 'One parcel with what its carrier told',
    admission: permissions.view,
    params: IdParams,
    response: ParcelInFull,
  }),
  sendForCase: route({
    name: 'courier.sendForCase',
    method: 'POST',
    path: `${BASE}/parcels`,
    summary: 'A parcel for a case: its result to the applicant, or papers from them',
    admission: permissions.handle,
    body: CaseParcel,
    response: ParcelInFull,
    status: 201,
    idempotency: 'required',
    problems: [problems.unknownCase, problems.notReady, problems.notEntitled, problems.alreadyOpen],
  }),
  orderParcel: route({
    name: 'courier.orderParcel',
    method: 'POST',
    path: `${BASE}/parcels/:id/order`,
    summary: 'Order it with the carrier; a repeat never orders twice',
    admission: permissions.handle,
    params: IdParams,
    response: ParcelInFull,
    problems: [problems.notInState, problems.noCarrier, problems.carrierFailed],
  }),
  printLabel: route({
    name: 'courier.printLabel',
    method: 'GET',
    path: `${BASE}/parcels/:id/label`,
    summary: 'The label of a parcel that was ordered; taking it is recorded',
    admission: permissions.handle,
    params: IdParams,
    answers: 'bytes',
    problems: [problems.notInState],
  }),
  handOver: route({
    name: 'courier.handOver',
    method: 'POST',
    path: `${BASE}/hand-overs`,
    summary: 'A batch leaves with the courier, who signs for it',
    admission: permissions.handle,
    body: HandOverInput,
    response: HandOver,
    status: 201,
    idempotency: 'required',
    problems: [problems.notInState, problems.signatureMissing],
  }),
  settleTrouble: route({
    name: 'courier.settleTrouble',
    method: 'POST',
    path: `${BASE}/parcels/:id/trouble`,
    summary: 'Lost, damaged, settled with the applicant, or cancelled before it left',
    admission: permissions.handle,
    params: IdParams,
    body: Trouble,
    response: ParcelInFull,
    idempotency: 'optional',
    problems: [problems.notInState],
  }),
  listUnknown: route({
    name: 'courier.listUnknown',
    method: 'GET',
    path: `${BASE}/unknown-pushes`,
    summary: 'What carriers told of parcels that nobody here knows',
    admission: permissions.view,
    response: z.object({ items: z.array(UnknownPush) }),
  }),
  listCarriers: route({
    name: 'courier.listCarriers',
    method: 'GET',
    path: `${BASE}/carriers`,
    summary: 'The carriers',
    admission: permissions.view,
    response: z.object({ items: z.array(Carrier) }),
  }),
  createCarrier: route({
    name: 'courier.createCarrier',
    method: 'POST',
    path: `${BASE}/carriers`,
    summary: 'A carrier, and how it is reached',
    admission: permissions.manage,
    body: CarrierInput,
    response: Carrier,
    status: 201,
    idempotency: 'optional',
    problems: [problems.carrierKnown],
  }),
  changeCarrier: route({
    name: 'courier.changeCarrier',
    method: 'PUT',
    path: `${BASE}/carriers/:id`,
    summary: 'Change it; an empty secret stays as it is',
    admission: permissions.manage,
    params: IdParams,
    body: CarrierInput.omit({ code: true }).extend(Version.shape),
    response: Carrier,
    idempotency: 'optional',
  }),
  getSettings: route({
    name: 'courier.getSettings',
    method: 'GET',
    path: `${BASE}/settings`,
    summary: 'Whose parcels are free, and what is allowed on a bill',
    admission: permissions.manage,
    response: Settings,
  }),
  changeSettings: route({
    name: 'courier.changeSettings',
    method: 'PUT',
    path: `${BASE}/settings`,
    summary: 'Change the rules; parcels under way stay as they are',
    admission: permissions.manage,
    body: Settings,
    response: Settings,
    idempotency: 'optional',
  }),
  getFigures: route({
    name: 'courier.getFigures',
    method: 'GET',
    path: `${BASE}/figures`,
    summary: 'Parcels of some days and what became of them',
    admission: permissions.view,
    query: z.object({ from: Day, to: Day }),
    response: Figures,
  }),
  pushStatus: route({
    name: 'courier.pushStatus',
    method: 'POST',
    path: '/api/v1/public/courier/:code/pushes',
    summary: 'A carrier tells a status; signed with HMAC-SM3 over the fields in their order',
    admission: 'public',
    params: z.object({ code: z.string().max(40) }),
    body: Push.extend({ signature: z.string().regex(/^[0-9a-f]{64}$/) }),
    response: z.object({ result: z.enum(['moved', 'kept', 'known', 'unknown-parcel']) }),
    ratePerMinute: 3000,
    problems: [problems.badSignature],
  }),
} as const;
