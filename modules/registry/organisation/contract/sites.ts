import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { checkedBy, IdParams, pageOf } from '#kernel/http/shapes.ts';
import { parseDivision } from '#kernel/ids/division.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import {
  BASE,
  Closure,
  Code,
  NameEn,
  NameZh,
  Order,
  Phone,
  RecordQuery,
  RecordState,
  SiteKind,
  Version,
} from './shapes.ts';

/** What is typed for a site: one place where the centre serves people. */
export const SiteInput = z.object({
  code: Code,
  kind: SiteKind,
  nameZh: NameZh,
  nameEn: NameEn,
  divisionCode: checkedBy(parseDivision),
  address: z.string().trim().max(200),
  phone: Phone,
  order: Order,
});
export type SiteInput = z.infer<typeof SiteInput>;

export const Site = SiteInput.extend(RecordState.shape).extend({
  isOpenForService: z.boolean(),
  isDemonstration: z.boolean(),
});
export type Site = z.infer<typeof Site>;

export const ListSitesQuery = RecordQuery.extend({ kind: SiteKind.optional() });
export type ListSitesQuery = z.infer<typeof ListSitesQuery>;

export const siteRoutes = {
  listSites: route({
    name: 'organisation.listSites',
    method: 'GET',
    path: `${BASE}/sites`,
    summary: 'Sites of the centre, in their order',
    admission: permissions.view,
    query: ListSitesQuery,
    response: pageOf(Site),
  }),
  getSite: route({
    name: 'organisation.getSite',
    method: 'GET',
    path: `${BASE}/sites/:id`,
    summary: 'One site',
    admission: permissions.view,
    params: IdParams,
    response: Site,
  }),
  createSite: route({
    name: 'organisation.createSite',
    method: 'POST',
    path: `${BASE}/sites`,
    summary: 'Add a site',
    admission: permissions.manage,
    body: SiteInput,
    response: Site,
    status: 201,
    idempotency: 'required',
    problems: [problems.codeTaken],
  }),
  changeSite: route({
    name: 'organisation.changeSite',
    method: 'PUT',
    path: `${BASE}/sites/:id`,
    summary: 'Change a site',
    admission: permissions.manage,
    params: IdParams,
    body: SiteInput.extend(Version.shape),
    response: Site,
    idempotency: 'optional',
    problems: [problems.codeTaken],
  }),
  closeSite: route({
    name: 'organisation.closeSite',
    method: 'POST',
    path: `${BASE}/sites/:id/closure`,
    summary: 'Close a site; its history stays',
    admission: permissions.manage,
    params: IdParams,
    body: Closure,
    response: Site,
    idempotency: 'optional',
    problems: [problems.siteInUse, problems.alreadyClosed, problems.closedInFuture],
  }),
  reopenSite: route({
    name: 'organisation.reopenSite',
    method: 'POST',
    path: `${BASE}/sites/:id/reopening`,
    summary: 'Take a closed site into use again',
    admission: permissions.manage,
    params: IdParams,
    body: Version,
    response: Site,
    idempotency: 'optional',
    problems: [problems.notClosed],
  }),
} as const;
