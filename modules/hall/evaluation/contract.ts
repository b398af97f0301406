import { z } from 'zod';

import { permission } from '#kernel/access/contract-permission.ts';
import { event } from '#kernel/events/contract.ts';
import { route } from '#kernel/http/contract.ts';
import { Id, IdParams, Instant, PageQuery, pageOf } from '#kernel/http/shapes.ts';
import { problem } from '#kernel/problems/contract.ts';

const base = '/api/v1/evaluation/evaluations';

export const permissions = {
  view: permission('evaluation.view', { 'zh-CN': '查看好差评', en: 'See: Evaluation' }),
  manage: permission('evaluation.manage', { 'zh-CN': '维护好差评', en: 'Change: Evaluation' }),
} as const;

/** What is typed for a evaluation. */
export const EvaluationInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/),
  nameZh: z.string().trim().min(1).max(100),
  nameEn: z.string().trim().min(1).max(200),
});
export type EvaluationInput = z.infer<typeof EvaluationInput>;

export const Evaluation = EvaluationInput.extend({
  id: Id,
  version: z.number().int(),
  updatedAt: Instant,
});
export type Evaluation = z.infer<typeof Evaluation>;

/** A change carries the version that the editor saw. */
export const EvaluationChange = EvaluationInput.extend({ version: z.number().int().min(1) });
export type EvaluationChange = z.infer<typeof EvaluationChange>;

export const problems = {
  codeTaken: problem('evaluation/code-taken', 409, {
    'zh-CN': '代码 {code} 已被使用。',
    en: 'The code {code} is already in use.',
  }),
} as const;

export const events = {
  evaluationChanged: event({
    name: 'evaluation.evaluation-changed',
    version: 1,
    title: { 'zh-CN': '好差评变更', en: 'Changed: Evaluation' },
    payload: z.object({ evaluationId: Id, code: z.string(), act: z.enum(['created', 'changed']) }),
    live: () => 'evaluation',
  }),
} as const;

export const routes = {
  listEvaluations: route({
    name: 'evaluation.listEvaluations',
    method: 'GET',
    path: base,
    summary: 'A page of what there is, by code',
    admission: permissions.view,
    query: PageQuery,
    response: pageOf(Evaluation),
  }),
  getEvaluation: route({
    name: 'evaluation.getEvaluation',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'One of them',
    admission: permissions.view,
    params: IdParams,
    response: Evaluation,
  }),
  createEvaluation: route({
    name: 'evaluation.createEvaluation',
    method: 'POST',
    path: base,
    summary: 'Add one',
    admission: permissions.manage,
    body: EvaluationInput,
    response: Evaluation,
    status: 201,
    idempotency: 'required',
    problems: [problems.codeTaken],
  }),
  changeEvaluation: route({
    name: 'evaluation.changeEvaluation',
    method: 'PUT',
    path: `${base}/:id`,
    summary: 'Change one',
    admission: permissions.manage,
    params: IdParams,
    body: EvaluationChange,
    response: Evaluation,
    idempotency: 'optional',
    problems: [problems.codeTaken],
  }),
} as const;
