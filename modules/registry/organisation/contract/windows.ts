import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Id, IdParams, Instant, pageOf } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import {
  BASE,
  Closure,
  Metres,
  NameEn,
  NameZh,
  RecordQuery,
  RecordState,
  Version,
  WindowKind,
  WindowState,
} from './shapes.ts';

/** What is typed for a window (窗口): a counter of a zone and the departments whose work it takes in. */
export const WindowInput = z.object({
  siteId: Id,
  zoneId: Id,
  number: z.number().int().min(1).max(9999),
  nameZh: NameZh,
  nameEn: NameEn,
  kind: WindowKind,
  departmentIds: z.array(Id).max(200),
  isAccessible: z.boolean(),
  x: Metres,
  y: Metres,
  validFrom: Day,
});
export type WindowInput = z.infer<typeof WindowInput>;

export const Window = WindowInput.extend(RecordState.shape).extend({
  state: WindowState,
  stateSince: Instant,
  stateReason: z.string(),
});
export type Window = z.infer<typeof Window>;

export const ListWindowsQuery = RecordQuery.extend({
  siteId: Id.optional(),
  zoneId: Id.optional(),
  kind: WindowKind.optional(),
  state: WindowState.optional(),
  departmentId: Id.optional(),
});
export type ListWindowsQuery = z.infer<typeof ListWindowsQuery>;

export const windowRoutes = {
  listWindows: route({
    name: 'organisation.listWindows',
    method: 'GET',
    path: `${BASE}/windows`,
    summary: 'Windows of the centre, in their order',
    admission: permissions.view,
    query: ListWindowsQuery,
    response: pageOf(Window),
  }),
  getWindow: route({
    name: 'organisation.getWindow',
    method: 'GET',
    path: `${BASE}/windows/:id`,
    summary: 'One window',
    admission: permissions.view,
    params: IdParams,
    response: Window,
  }),
  createWindow: route({
    name: 'organisation.createWindow',
    method: 'POST',
    path: `${BASE}/windows`,
    summary: 'Add a window',
    admission: permissions.manage,
    body: WindowInput,
    response: Window,
    status: 201,
    idempotency: 'required',
    problems: [
      problems.numberTaken,
      problems.unknownReference,
      problems.zoneElsewhere,
      problems.placeClosed,
    ],
  }),
  changeWindow: route({
    name: 'organisation.changeWindow',
    method: 'PUT',
    path: `${BASE}/windows/:id`,
    summary: 'Change a window',
    admission: permissions.manage,
    params: IdParams,
    body: WindowInput.extend(Version.shape),
    response: Window,
    idempotency: 'optional',
    problems: [
      problems.numberTaken,
      problems.unknownReference,
      problems.zoneElsewhere,
      problems.placeClosed,
    ],
  }),
  closeWindow: route({
    name: 'organisation.closeWindow',
    method: 'POST',
    path: `${BASE}/windows/:id/closure`,
    summary: 'Close a window; its history stays',
    admission: permissions.manage,
    params: IdParams,
    body: Closure,
    response: Window,
    idempotency: 'optional',
    problems: [problems.alreadyClosed, problems.closedInFuture],
  }),
  reopenWindow: route({
    name: 'organisation.reopenWindow',
    method: 'POST',
    path: `${BASE}/windows/:id/reopening`,
    summary: 'Take a closed window into use again',
    admission: permissions.manage,
    params: IdParams,
    body: Version,
    response: Window,
    idempotency: 'optional',
    problems: [problems.notClosed, problems.placeClosed],
  }),
} as const;
