import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Id, IdParams, pageOf } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import {
  BASE,
  Closure,
  Code,
  Metres,
  NameEn,
  NameZh,
  Order,
  RecordQuery,
  RecordState,
  Version,
  ZoneKind,
} from './shapes.ts';

/** What is typed for a zone (分区): a rectangle on one floor of a site. A zone stays at its site. */
export const ZoneInput = z.object({
  code: Code,
  siteId: Id,
  kind: ZoneKind,
  nameZh: NameZh,
  nameEn: NameEn,
  floor: z.number().int().min(-9).max(99),
  x: Metres,
  y: Metres,
  width: Metres,
  height: Metres,
  order: Order,
});
export type ZoneInput = z.infer<typeof ZoneInput>;

export const Zone = ZoneInput.extend(RecordState.shape);
export type Zone = z.infer<typeof Zone>;

export const ListZonesQuery = RecordQuery.extend({
  siteId: Id.optional(),
  kind: ZoneKind.optional(),
});
export type ListZonesQuery = z.infer<typeof ListZonesQuery>;

export const zoneRoutes = {
  listZones: route({
    name: 'organisation.listZones',
    method: 'GET',
    path: `${BASE}/zones`,
    summary: 'Zones of the centre, in their order',
    admission: permissions.view,
    query: ListZonesQuery,
    response: pageOf(Zone),
  }),
  getZone: route({
    name: 'organisation.getZone',
    method: 'GET',
    path: `${BASE}/zones/:id`,
    summary: 'One zone',
    admission: permissions.view,
    params: IdParams,
    response: Zone,
  }),
  createZone: route({
    name: 'organisation.createZone',
    method: 'POST',
    path: `${BASE}/zones`,
    summary: 'Add a zone',
    admission: permissions.manage,
    body: ZoneInput,
    response: Zone,
    status: 201,
    idempotency: 'required',
    problems: [problems.codeTaken, problems.unknownReference, problems.placeClosed],
  }),
  changeZone: route({
    name: 'organisation.changeZone',
    method: 'PUT',
    path: `${BASE}/zones/:id`,
    summary: 'Change a zone',
    admission: permissions.manage,
    params: IdParams,
    body: ZoneInput.extend(Version.shape),
    response: Zone,
    idempotency: 'optional',
    problems: [problems.codeTaken, problems.unknownReference, problems.placeClosed],
  }),
  closeZone: route({
    name: 'organisation.closeZone',
    method: 'POST',
    path: `${BASE}/zones/:id/closure`,
    summary: 'Close a zone; its history stays',
    admission: permissions.manage,
    params: IdParams,
    body: Closure,
    response: Zone,
    idempotency: 'optional',
    problems: [problems.zoneInUse, problems.alreadyClosed, problems.closedInFuture],
  }),
  reopenZone: route({
    name: 'organisation.reopenZone',
    method: 'POST',
    path: `${BASE}/zones/:id/reopening`,
    summary: 'Take a closed zone into use again',
    admission: permissions.manage,
    params: IdParams,
    body: Version,
    response: Zone,
    idempotency: 'optional',
    problems: [problems.notClosed, problems.placeClosed],
  }),
} as const;
