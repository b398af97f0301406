import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { IdParams, pageOf } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import {
  BASE,
  Closure,
  Code,
  NameEn,
  NameZh,
  Order,
  RecordQuery,
  RecordState,
  Version,
} from './shapes.ts';

/** What is typed for an office (科室) of the centre. */
export const OfficeInput = z.object({
  code: Code,
  nameZh: NameZh,
  nameEn: NameEn,
  dutiesZh: z.string().trim().max(1000),
  dutiesEn: z.string().trim().max(2000),
  order: Order,
});
export type OfficeInput = z.infer<typeof OfficeInput>;

export const Office = OfficeInput.extend(RecordState.shape);
export type Office = z.infer<typeof Office>;

export const ListOfficesQuery = RecordQuery;
export type ListOfficesQuery = z.infer<typeof ListOfficesQuery>;

export const officeRoutes = {
  listOffices: route({
    name: 'organisation.listOffices',
    method: 'GET',
    path: `${BASE}/offices`,
    summary: 'Offices of the centre, in their order',
    admission: permissions.view,
    query: ListOfficesQuery,
    response: pageOf(Office),
  }),
  getOffice: route({
    name: 'organisation.getOffice',
    method: 'GET',
    path: `${BASE}/offices/:id`,
    summary: 'One office',
    admission: permissions.view,
    params: IdParams,
    response: Office,
  }),
  createOffice: route({
    name: 'organisation.createOffice',
    method: 'POST',
    path: `${BASE}/offices`,
    summary: 'Add an office',
    admission: permissions.manage,
    body: OfficeInput,
    response: Office,
    status: 201,
    idempotency: 'required',
    problems: [problems.codeTaken],
  }),
  changeOffice: route({
    name: 'organisation.changeOffice',
    method: 'PUT',
    path: `${BASE}/offices/:id`,
    summary: 'Change an office',
    admission: permissions.manage,
    params: IdParams,
    body: OfficeInput.extend(Version.shape),
    response: Office,
    idempotency: 'optional',
    problems: [problems.codeTaken],
  }),
  closeOffice: route({
    name: 'organisation.closeOffice',
    method: 'POST',
    path: `${BASE}/offices/:id/closure`,
    summary: 'Close an office; its history stays',
    admission: permissions.manage,
    params: IdParams,
    body: Closure,
    response: Office,
    idempotency: 'optional',
    problems: [problems.alreadyClosed, problems.closedInFuture],
  }),
  reopenOffice: route({
    name: 'organisation.reopenOffice',
    method: 'POST',
    path: `${BASE}/offices/:id/reopening`,
    summary: 'Take a closed office into use again',
    admission: permissions.manage,
    params: IdParams,
    body: Version,
    response: Office,
    idempotency: 'optional',
    problems: [problems.notClosed],
  }),
} as const;
