import { z } from 'zod';

import { permission } from '#kernel/access/contract-permission.ts';
import { event } from '#kernel/events/contract.ts';
import { route } from '#kernel/http/contract.ts';
import { Id, IdParams, Instant, PageQuery, pageOf } from '#kernel/http/shapes.ts';
import { problem } from '#kernel/problems/contract.ts';

const base = '/api/v1/cases/cases';

export const permissions = {
  view: permission('cases.view', { 'zh-CN': '查看办件', en: 'See: Cases' }),
  manage: permission('cases.manage', { 'zh-CN': '维护办件', en: 'Change: Cases' }),
} as const;

/** What is typed for a case. */
export const CaseInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/),
  nameZh: z.string().trim().min(1).max(100),
  nameEn: z.string().trim().min(1).max(200),
});
export type CaseInput = z.infer<typeof CaseInput>;

export const Case = CaseInput.extend({
  id: Id,
  version: z.number().int(),
  updatedAt: Instant,
});
export type Case = z.infer<typeof Case>;

/** A change carries the version that the editor saw. */
export const CaseChange = CaseInput.extend({ version: z.number().int().min(1) });
export type CaseChange = z.infer<typeof CaseChange>;

export const problems = {
  codeTaken: problem('cases/code-taken', 409, {
    'zh-CN': '代码 {code} 已被使用。',
    en: 'The code {code} is already in use.',
  }),
} as const;

export const events = {
  caseChanged: event({
    name: 'cases.case-changed',
    version: 1,
    title: { 'zh-CN': '办件变更', en: 'Changed: Cases' },
    payload: z.object({ caseId: Id, code: z.string(), act: z.enum(['created', 'changed']) }),
    live: () => 'cases',
  }),
} as const;

export const routes = {
  listCases: route({
    name: 'cases.listCases',
    method: 'GET',
    path: base,
    summary: 'A page of what there is, by code',
    admission: permissions.view,
    query: PageQuery,
    response: pageOf(Case),
  }),
  getCase: route({
    name: 'cases.getCase',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'One of them',
    admission: permissions.view,
    params: IdParams,
    response: Case,
  }),
  createCase: route({
    name: 'cases.createCase',
    method: 'POST',
    path: base,
    summary: 'Add one',
    admission: permissions.manage,
    body: CaseInput,
    response: Case,
    status: 201,
    idempotency: 'required',
    problems: [problems.codeTaken],
  }),
  changeCase: route({
    name: 'cases.changeCase',
    method: 'PUT',
    path: `${base}/:id`,
    summary: 'Change one',
    admission: permissions.manage,
    params: IdParams,
    body: CaseChange,
    response: Case,
    idempotency: 'optional',
    problems: [problems.codeTaken],
  }),
} as const;
