import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Id, IdParams } from '#kernel/http/shapes.ts';

import { Indicator } from './indicator.ts';
import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import {
  MeasureShown,
  PublishedTarget,
  Review,
  ReviewKind,
  Target,
  TargetSummary,
} from './shapes.ts';

const BASE = '/api/v1/performance';
const Versioned = z.object({ version: z.int().min(1) });
const YearQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });
const Years = z.object({ year: z.int(), years: z.array(z.int()) });

export const DeclarationFormat = z.enum(['pdf', 'xlsx']);
export type DeclarationFormat = z.infer<typeof DeclarationFormat>;

export const targetRoutes = {
  listTargets: route({
    name: 'performance.listTargets',
    method: 'GET',
    path: `${BASE}/targets`,
    summary: 'Targets of a year by project, with payment and points as of now',
    admission: permissions.view,
    query: YearQuery,
    response: Years.extend({
      items: z.array(TargetSummary),
      /** Projects of the approved budget that have no target yet. */
      without: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  }),
  getTarget: route({
    name: 'performance.getTarget',
    method: 'GET',
    path: `${BASE}/targets/:id`,
    summary: 'A target with its indicators, their values as of now and its reviews',
    admission: permissions.view,
    params: IdParams,
    response: Target,
  }),
  createTarget: route({
    name: 'performance.createTarget',
    method: 'POST',
    path: `${BASE}/targets`,
    summary: 'Begin the target of a project in a year',
    admission: permissions.draft,
    body: z.object({
      year: z.int().min(2000).max(2100),
      projectCode: z.string().trim().min(1).max(32),
      projectName: z.string().trim().min(1).max(200),
    }),
    response: Target,
    status: 201,
    idempotency: 'required',
    problems: [problems.targetTaken],
  }),
  saveTarget: route({
    name: 'performance.saveTarget',
    method: 'PUT',
    path: `${BASE}/targets/:id`,
    summary: 'Goal and indicators of a draft, whole',
    admission: permissions.draft,
    params: IdParams,
    body: Versioned.extend({
      annualGoal: z.string().trim().max(2000),
      indicators: z.array(Indicator).max(60),
    }),
    response: Target,
    idempotency: 'optional',
    problems: [problems.wrongState],
  }),
  declareTarget: route({
    name: 'performance.declareTarget',
    method: 'POST',
    path: `${BASE}/targets/:id/declaration`,
    summary: 'Declare a draft; refused while its weights or indicators are not right',
    admission: permissions.draft,
    params: IdParams,
    body: Versioned,
    response: Target,
    idempotency: 'optional',
    problems: [problems.wrongState, problems.notComplete],
  }),
  returnTarget: route({
    name: 'performance.returnTarget',
    method: 'POST',
    path: `${BASE}/targets/:id/return`,
    summary: 'Give a declared target back with the reason',
    admission: permissions.approve,
    params: IdParams,
    body: Versioned.extend({ reason: z.string().trim().min(1).max(500) }),
    response: Target,
    idempotency: 'optional',
    problems: [problems.wrongState],
  }),
  approveTarget: route({
    name: 'performance.approveTarget',
    method: 'POST',
    path: `${BASE}/targets/:id/approval`,
    summary: 'Approve a declared target: from now on it is shown with the budget',
    admission: permissions.approve,
    params: IdParams,
    body: Versioned,
    response: Target,
    idempotency: 'optional',
    problems: [problems.wrongState, problems.samePerson],
  }),
  recordValue: route({
    name: 'performance.recordValue',
    method: 'POST',
    path: `${BASE}/targets/:id/values`,
    summary: 'Record a value of a manual indicator with its evidence; nothing recorded is changed',
    admission: permissions.draft,
    params: IdParams,
    body: z.object({
      indicatorId: Id,
      value: z.string().trim().min(1).max(20),
      asOf: Day,
      evidence: z.string().trim().min(2).max(500),
      fileId: Id.nullable().default(null),
    }),
    response: Target,
    idempotency: 'required',
    problems: [problems.notManual, problems.noValue, problems.dayOutside],
  }),
  downloadDeclaration: route({
    name: 'performance.downloadDeclaration',
    method: 'GET',
    path: `${BASE}/targets/:id/declaration/:format`,
    summary: 'The declaration table of a project (项目支出绩效目标申报表)',
    admission: permissions.view,
    params: IdParams.extend({ format: DeclarationFormat }),
    answers: 'bytes',
  }),
  downloadYear: route({
    name: 'performance.downloadYear',
    method: 'GET',
    path: `${BASE}/years/:year/:format`,
    summary: 'The declaration tables of a year in one file',
    admission: permissions.view,
    params: z.object({ year: z.coerce.number().int(), format: DeclarationFormat }),
    answers: 'bytes',
  }),
  listMeasures: route({
    name: 'performance.listMeasures',
    method: 'GET',
    path: `${BASE}/measures`,
    summary: 'Every measure that a module offers, with what it reads over a year',
    admission: permissions.view,
    query: YearQuery,
    response: Years.extend({ items: z.array(MeasureShown) }),
  }),
} as const;

export const reviewRoutes = {
  openReview: route({
    name: 'performance.openReview',
    method: 'POST',
    path: `${BASE}/targets/:id/reviews`,
    summary:
      'Begin monitoring or self-evaluation as of a day: values and payment are read and kept',
    admission: permissions.draft,
    params: IdParams,
    body: z.object({ kind: ReviewKind, asOf: Day }),
    response: Review,
    status: 201,
    idempotency: 'required',
    problems: [problems.wrongState, problems.dayOutside],
  }),
  getReview: route({
    name: 'performance.getReview',
    method: 'GET',
    path: `${BASE}/reviews/:id`,
    summary: 'A review with what was read',
    admission: permissions.view,
    params: IdParams,
    response: Review,
  }),
  saveReview: route({
    name: 'performance.saveReview',
    method: 'PUT',
    path: `${BASE}/reviews/:id`,
    summary: 'Reasons and conclusion of a review',
    admission: permissions.draft,
    params: IdParams,
    body: Versioned.extend({
      reasons: z.array(z.object({ indicatorId: Id, reason: z.string().trim().max(500) })).max(60),
      conclusion: z.string().trim().max(2000),
    }),
    response: Review,
    idempotency: 'optional',
    problems: [problems.reviewSubmitted],
  }),
  submitReview: route({
    name: 'performance.submitReview',
    method: 'POST',
    path: `${BASE}/reviews/:id/submission`,
    summary: 'Submit a review; refused while a deviation is not explained',
    admission: permissions.draft,
    params: IdParams,
    body: Versioned,
    response: Review,
    idempotency: 'optional',
    problems: [problems.reviewSubmitted, problems.reasonMissing],
  }),
} as const;

export const publicRoutes = {
  getPublishedTargets: route({
    name: 'performance.getPublishedTargets',
    method: 'GET',
    path: '/api/v1/public/performance',
    summary: 'The approved targets of a year, or of the newest that has any',
    admission: 'public',
    query: YearQuery,
    response: Years.extend({ items: z.array(PublishedTarget) }),
  }),
  downloadPublishedTargets: route({
    name: 'performance.downloadPublishedTargets',
    method: 'GET',
    path: '/api/v1/public/performance/:year/:format',
    summary: 'The declaration tables of the approved targets of a year',
    admission: 'public',
    params: z.object({ year: z.coerce.number().int(), format: DeclarationFormat }),
    answers: 'bytes',
  }),
} as const;
