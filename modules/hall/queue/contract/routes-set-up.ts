import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Id, IdParams } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { QueueSettings } from './settings.ts';
import { BASE, Business, BusinessInput, Version } from './shapes.ts';
import { ServiceRole } from './states.ts';

export const ServicesInput = z.object({
  services: z
    .array(z.object({ businessId: Id, role: ServiceRole }))
    .max(40)
    .refine((all) => new Set(all.map((one) => one.businessId)).size === all.length),
});
export type ServicesInput = z.infer<typeof ServicesInput>;

/** What a ticket is drawn for, which windows serve it, and the rules of the hall. */
export const setUpRoutes = {
  listBusinesses: route({
    name: 'queue.listBusinesses',
    method: 'GET',
    path: `${BASE}/businesses`,
    summary: 'Businesses of a site, or of all, with the windows that serve them',
    admission: permissions.view,
    query: z.object({ siteId: Id.optional() }),
    response: z.object({ items: z.array(Business) }),
  }),
  createBusiness: route({
    name: 'queue.createBusiness',
    method: 'POST',
    path: `${BASE}/businesses`,
    summary: 'Add a business',
    admission: permissions.manage,
    body: BusinessInput,
    response: Business,
    status: 201,
    idempotency: 'required',
    problems: [problems.letterTaken, problems.unknownPlace],
  }),
  changeBusiness: route({
    name: 'queue.changeBusiness',
    method: 'PUT',
    path: `${BASE}/businesses/:id`,
    summary: 'Change a business; tickets that are out keep their number and their place',
    admission: permissions.manage,
    params: IdParams,
    body: BusinessInput.extend(Version.shape),
    response: Business,
    idempotency: 'optional',
    problems: [problems.letterTaken, problems.unknownPlace],
  }),
  saveServices: route({
    name: 'queue.saveServices',
    method: 'PUT',
    path: `${BASE}/windows/:id/services`,
    summary: 'Say which businesses a window serves',
    admission: permissions.manage,
    params: IdParams,
    body: ServicesInput,
    response: z.object({ items: z.array(Business) }),
    idempotency: 'optional',
    problems: [problems.unknownBusiness, problems.unknownPlace],
  }),
  getSettings: route({
    name: 'queue.getSettings',
    method: 'GET',
    path: `${BASE}/settings`,
    summary: 'The rules of the hall',
    admission: permissions.view,
    response: QueueSettings,
  }),
  changeSettings: route({
    name: 'queue.changeSettings',
    method: 'PUT',
    path: `${BASE}/settings`,
    summary: 'Change the rules of the hall; places in line that were given stay',
    admission: permissions.manage,
    body: QueueSettings,
    response: QueueSettings,
    idempotency: 'optional',
  }),
} as const;
