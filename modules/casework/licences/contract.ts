import { z } from 'zod';

import { permission } from '#kernel/access/contract-permission.ts';
import { event } from '#kernel/events/contract.ts';
import { route } from '#kernel/http/contract.ts';
import { Id, IdParams, Instant, PageQuery, pageOf } from '#kernel/http/shapes.ts';
import { problem } from '#kernel/problems/contract.ts';

const base = '/api/v1/licences/licences';

export const permissions = {
  view: permission('licences.view', { 'zh-CN': '查看电子证照', en: 'See: Licences' }),
  manage: permission('licences.manage', { 'zh-CN': '维护电子证照', en: 'Change: Licences' }),
} as const;

/** What is typed for a licence. */
export const LicenceInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/),
  nameZh: z.string().trim().min(1).max(100),
  nameEn: z.string().trim().min(1).max(200),
});
export type LicenceInput = z.infer<typeof LicenceInput>;

export const Licence = LicenceInput.extend({
  id: Id,
  version: z.number().int(),
  updatedAt: Instant,
});
export type Licence = z.infer<typeof Licence>;

/** A change carries the version that the editor saw. */
export const LicenceChange = LicenceInput.extend({ version: z.number().int().min(1) });
export type LicenceChange = z.infer<typeof LicenceChange>;

export const problems = {
  codeTaken: problem('licences/code-taken', 409, {
    'zh-CN': '代码 {code} 已被使用。',
    en: 'The code {code} is already in use.',
  }),
} as const;

export const events = {
  licenceChanged: event({
    name: 'licences.licence-changed',
    version: 1,
    title: { 'zh-CN': '电子证照变更', en: 'Changed: Licences' },
    payload: z.object({ licenceId: Id, code: z.string(), act: z.enum(['created', 'changed']) }),
    live: () => 'licences',
  }),
} as const;

export const routes = {
  listLicences: route({
    name: 'licences.listLicences',
    method: 'GET',
    path: base,
    summary: 'A page of what there is, by code',
    admission: permissions.view,
    query: PageQuery,
    response: pageOf(Licence),
  }),
  getLicence: route({
    name: 'licences.getLicence',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'One of them',
    admission: permissions.view,
    params: IdParams,
    response: Licence,
  }),
  createLicence: route({
    name: 'licences.createLicence',
    method: 'POST',
    path: base,
    summary: 'Add one',
    admission: permissions.manage,
    body: LicenceInput,
    response: Licence,
    status: 201,
    idempotency: 'required',
    problems: [problems.codeTaken],
  }),
  changeLicence: route({
    name: 'licences.changeLicence',
    method: 'PUT',
    path: `${base}/:id`,
    summary: 'Change one',
    admission: permissions.manage,
    params: IdParams,
    body: LicenceChange,
    response: Licence,
    idempotency: 'optional',
    problems: [problems.codeTaken],
  }),
} as const;
