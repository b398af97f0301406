import { z } from 'zod';

import { permission } from '#kernel/access/contract-permission.ts';
import { event } from '#kernel/events/contract.ts';
import { route } from '#kernel/http/contract.ts';
import { checkedBy, Day, Id, IdParams, Instant, PageQuery, pageOf } from '#kernel/http/shapes.ts';
import { parseDivision } from '#kernel/ids/division.ts';
import { problem, type Words } from '#kernel/problems/contract.ts';

const base = '/api/v1/organisation';

export const permissions = {
  view: permission('organisation.view', { 'zh-CN': '查看机构与窗口', en: 'See the organisation' }, [
    'centre',
    'site',
  ]),
  manage: permission(
    'organisation.manage',
    { 'zh-CN': '维护机构与窗口', en: 'Change the organisation' },
    ['centre', 'site'],
  ),
} as const;

/** A short code that people type and print: letters, digits and dashes. */
export const Code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/);
const NameZh = z.string().trim().min(1).max(100);
const NameEn = z.string().trim().min(1).max(200);

/** Refuses a change made on an old version of the record. */
export const Version = z.object({ version: z.number().int().min(1) });

export const SiteKind = z.enum(['district-hall', 'town', 'park', 'far-kiosk']);
export type SiteKind = z.infer<typeof SiteKind>;

export const ZoneKind = z.enum([
  'service',
  'waiting',
  'self-service',
  'back-office',
  'office',
  'equipment',
]);
export type ZoneKind = z.infer<typeof ZoneKind>;

/** 行政机关, 事业单位, 公共服务企业, 条线 (managed from above the district). */
export const DepartmentKind = z.enum(['government', 'institution', 'utility', 'vertical']);
export type DepartmentKind = z.infer<typeof DepartmentKind>;

/** 综合, 专业, 出件, 咨询, 办不成事, 跨省通办, 帮办. */
export const WindowKind = z.enum([
  'comprehensive',
  'specialist',
  'issue',
  'consultation',
  'unresolved',
  'cross-province',
  'assisted',
]);
export type WindowKind = z.infer<typeof WindowKind>;

/** Handbook §4.3: a paused window may not call; an offline one has nobody signed in. */
export const WindowState = z.enum(['offline', 'open', 'paused', 'closed']);
export type WindowState = z.infer<typeof WindowState>;

export const DayKind = z.enum(['closed', 'open']);
export type DayKind = z.infer<typeof DayKind>;

/** What is typed for a site: one place where the centre serves people. */
export const SiteInput = z.object({
  code: Code,
  kind: SiteKind,
  nameZh: NameZh,
  nameEn: NameEn,
  divisionCode: checkedBy(parseDivision),
  address: z.string().trim().max(200),
  phone: z.string().trim().max(40),
  order: z.number().int().min(0).max(9999).default(0),
});
export type SiteInput = z.infer<typeof SiteInput>;

export const Site = SiteInput.extend({
  id: Id,
  isOpenForService: z.boolean(),
  closedOn: Day.nullable(),
  isDemonstration: z.boolean(),
  version: z.number().int(),
  updatedAt: Instant,
});
export type Site = z.infer<typeof Site>;

export const problems = {
  codeTaken: problem('organisation/code-taken', 409, {
    'zh-CN': '代码 {code} 已被使用。',
    en: 'The code {code} is already in use.',
  }),
  siteInUse: problem('organisation/site-in-use', 409, {
    'zh-CN': '该服务点还有 {count} 个窗口，请先停用窗口再撤销服务点。',
    en: 'This site still has {count} windows; close them before the site.',
  }),
} as const;

export const Act = z.enum(['created', 'changed', 'closed', 'reopened']);
export type Act = z.infer<typeof Act>;

/** A record of the organisation changed; `siteId` where it belongs to one, `code` as people write it. */
function registerEvent(kind: 'office' | 'department' | 'zone' | 'window', title: Words) {
  return event({
    name: `organisation.${kind}-changed`,
    version: 1,
    title,
    payload: z.object({ id: Id, siteId: Id.nullable(), code: z.string(), act: Act }),
    live: () => 'organisation',
  });
}

export const events = {
  siteChanged: event({
    name: 'organisation.site-changed',
    version: 1,
    title: { 'zh-CN': '服务点变更', en: 'Site changed' },
    payload: z.object({
      siteId: Id,
      code: Code,
      act: Act,
    }),
    live: () => 'organisation',
  }),
  officeChanged: registerEvent('office', { 'zh-CN': '科室变更', en: 'Office changed' }),
  departmentChanged: registerEvent('department', {
    'zh-CN': '进驻部门变更',
    en: 'Department changed',
  }),
  zoneChanged: registerEvent('zone', { 'zh-CN': '分区变更', en: 'Zone changed' }),
  windowChanged: registerEvent('window', { 'zh-CN': '窗口变更', en: 'Window changed' }),
  openingHoursChanged: event({
    name: 'organisation.opening-hours-changed',
    version: 1,
    title: { 'zh-CN': '开放时间变更', en: 'Opening hours changed' },
    payload: z.object({ siteId: Id, zoneId: Id.nullable() }),
    live: () => 'organisation',
  }),
  closedDayChanged: event({
    name: 'organisation.closed-day-changed',
    version: 1,
    title: { 'zh-CN': '闭厅日变更', en: 'Closed day changed' },
    payload: z.object({
      dayId: Id,
      siteId: Id.nullable(),
      day: Day,
      act: z.enum(['created', 'changed', 'removed']),
    }),
    live: () => 'organisation',
  }),
} as const;

export const ListSitesQuery = PageQuery.extend({
  kind: SiteKind.optional(),
  includeClosed: z.stringbool().default(false),
});
export type ListSitesQuery = z.infer<typeof ListSitesQuery>;

export const routes = {
  listSites: route({
    name: 'organisation.listSites',
    method: 'GET',
    path: `${base}/sites`,
    summary: 'Sites of the centre, in their order',
    admission: permissions.view,
    query: ListSitesQuery,
    response: pageOf(Site),
  }),
  getSite: route({
    name: 'organisation.getSite',
    method: 'GET',
    path: `${base}/sites/:id`,
    summary: 'One site',
    admission: permissions.view,
    params: IdParams,
    response: Site,
  }),
  createSite: route({
    name: 'organisation.createSite',
    method: 'POST',
    path: `${base}/sites`,
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
    path: `${base}/sites/:id`,
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
    path: `${base}/sites/:id/closure`,
    summary: 'Close a site; its history stays',
    admission: permissions.manage,
    params: IdParams,
    body: z
      .object({ closedOn: Day, reason: z.string().trim().min(1).max(200) })
      .extend(Version.shape),
    response: Site,
    idempotency: 'optional',
    problems: [problems.siteInUse],
  }),
} as const;
