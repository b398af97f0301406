import { z } from 'zod';

import { permission } from '#kernel/access/contract-permission.ts';
import { event } from '#kernel/events/contract.ts';
import { route } from '#kernel/http/contract.ts';
import { Id, IdParams, Instant, PageQuery, pageOf } from '#kernel/http/shapes.ts';
import { problem } from '#kernel/problems/contract.ts';

const base = '/api/v1/performance/targets';

export const permissions = {
  view: permission('performance.view', {
    'zh-CN': '查看绩效目标：指标、实时值、监控与自评',
    en: 'See: Performance targets of projects: indicators, live values, monitoring, self-evaluation',
  }),
  manage: permission('performance.manage', {
    'zh-CN': '维护绩效目标：指标、实时值、监控与自评',
    en: 'Change: Performance targets of projects: indicators, live values, monitoring, self-evaluation',
  }),
} as const;

/** What is typed for a target. */
export const TargetInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/),
  nameZh: z.string().trim().min(1).max(100),
  nameEn: z.string().trim().min(1).max(200),
});
export type TargetInput = z.infer<typeof TargetInput>;

export const Target = TargetInput.extend({
  id: Id,
  version: z.number().int(),
  updatedAt: Instant,
});
export type Target = z.infer<typeof Target>;

/** A change carries the version that the editor saw. */
export const TargetChange = TargetInput.extend({ version: z.number().int().min(1) });
export type TargetChange = z.infer<typeof TargetChange>;

export const problems = {
  codeTaken: problem('performance/code-taken', 409, {
    'zh-CN': '代码 {code} 已被使用。',
    en: 'The code {code} is already in use.',
  }),
} as const;

export const events = {
  targetChanged: event({
    name: 'performance.target-changed',
    version: 1,
    title: {
      'zh-CN': '绩效目标：指标、实时值、监控与自评变更',
      en: 'Changed: Performance targets of projects: indicators, live values, monitoring, self-evaluation',
    },
    payload: z.object({ targetId: Id, code: z.string(), act: z.enum(['created', 'changed']) }),
    live: () => 'performance',
  }),
} as const;

export const routes = {
  listTargets: route({
    name: 'performance.listTargets',
    method: 'GET',
    path: base,
    summary: 'A page of what there is, by code',
    admission: permissions.view,
    query: PageQuery,
    response: pageOf(Target),
  }),
  getTarget: route({
    name: 'performance.getTarget',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'One of them',
    admission: permissions.view,
    params: IdParams,
    response: Target,
  }),
  createTarget: route({
    name: 'performance.createTarget',
    method: 'POST',
    path: base,
    summary: 'Add one',
    admission: permissions.manage,
    body: TargetInput,
    response: Target,
    status: 201,
    idempotency: 'required',
    problems: [problems.codeTaken],
  }),
  changeTarget: route({
    name: 'performance.changeTarget',
    method: 'PUT',
    path: `${base}/:id`,
    summary: 'Change one',
    admission: permissions.manage,
    params: IdParams,
    body: TargetChange,
    response: Target,
    idempotency: 'optional',
    problems: [problems.codeTaken],
  }),
} as const;
