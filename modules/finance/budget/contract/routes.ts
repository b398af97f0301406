import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Id, IdParams } from '#kernel/http/shapes.ts';

import { BudgetFacts } from './facts.ts';
import { AuditReport } from './finding.ts';
import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import {
  BudgetVersion,
  ControlFigure,
  LineShape,
  Publication,
  RenderedBook,
  Stage,
  VersionComparison,
  VersionSummary,
} from './shapes.ts';

const BASE = '/api/v1/budget';
const Versioned = z.object({ version: z.int().min(1) });

/** A document as text of base 64; larger ones than the audit reads are refused by the route. */
const UploadedDocument = z.object({
  name: z.string().trim().min(1).max(200),
  content: z.base64(),
});

export const versionRoutes = {
  listVersions: route({
    name: 'budget.listVersions',
    method: 'GET',
    path: `${BASE}/versions`,
    summary: 'Versions, newest year first',
    admission: permissions.view,
    response: z.object({ items: z.array(VersionSummary), years: z.array(z.int()) }),
  }),
  getVersion: route({
    name: 'budget.getVersion',
    method: 'GET',
    path: `${BASE}/versions/:id`,
    summary: 'A version with its lines and facts',
    admission: permissions.view,
    params: IdParams,
    response: BudgetVersion,
  }),
  createVersion: route({
    name: 'budget.createVersion',
    method: 'POST',
    path: `${BASE}/versions`,
    summary: 'A new draft: a full copy of its parent, or empty',
    admission: permissions.draft,
    body: z.object({ year: z.int().min(2000).max(2100), stage: Stage, parentId: Id.nullable() }),
    response: BudgetVersion,
    status: 201,
    idempotency: 'required',
    problems: [problems.noYear],
  }),
  saveVersion: route({
    name: 'budget.saveVersion',
    method: 'PUT',
    path: `${BASE}/versions/:id`,
    summary: 'Lines and facts of a draft, whole',
    admission: permissions.draft,
    params: IdParams,
    body: Versioned.extend({ rows: z.array(LineShape).max(5000), facts: BudgetFacts.nullable() }),
    response: BudgetVersion,
    idempotency: 'optional',
    bodyLimit: 4_000_000,
    problems: [problems.notDraft, problems.badLines],
  }),
  setControlFigures: route({
    name: 'budget.setControlFigures',
    method: 'PUT',
    path: `${BASE}/versions/:id/control-figures`,
    summary: 'Control figures that came down (一下)',
    admission: permissions.approve,
    params: IdParams,
    body: Versioned.extend({ figures: z.array(ControlFigure).max(500) }),
    response: BudgetVersion,
    idempotency: 'optional',
    problems: [problems.notDraft, problems.wrongState],
  }),
  submitVersion: route({
    name: 'budget.submitVersion',
    method: 'POST',
    path: `${BASE}/versions/:id/submission`,
    summary: 'Submit a draft: from now on it never changes',
    admission: permissions.draft,
    params: IdParams,
    body: Versioned,
    response: BudgetVersion,
    idempotency: 'optional',
    problems: [problems.notDraft, problems.aboveControl, problems.unbalanced, problems.badLines],
  }),
  returnVersion: route({
    name: 'budget.returnVersion',
    method: 'POST',
    path: `${BASE}/versions/:id/return`,
    summary: 'Return a submitted version with the reason',
    admission: permissions.approve,
    params: IdParams,
    body: Versioned.extend({ reason: z.string().trim().min(1).max(500) }),
    response: BudgetVersion,
    idempotency: 'optional',
    problems: [problems.wrongState],
  }),
  approveVersion: route({
    name: 'budget.approveVersion',
    method: 'POST',
    path: `${BASE}/versions/:id/approval`,
    summary: 'Book the approval of a version: document and day',
    admission: permissions.approve,
    params: IdParams,
    body: Versioned.extend({ document: z.string().trim().min(1).max(100), approvedOn: Day }),
    response: BudgetVersion,
    idempotency: 'optional',
    problems: [problems.wrongState, problems.samePerson],
  }),
  compareVersions: route({
    name: 'budget.compareVersions',
    method: 'GET',
    path: `${BASE}/versions/:id/comparison`,
    summary: 'What differs from another version: lines and printed lines',
    admission: permissions.view,
    params: IdParams,
    query: z.object({ with: Id }),
    response: VersionComparison,
  }),
  auditVersion: route({
    name: 'budget.auditVersion',
    method: 'GET',
    path: `${BASE}/versions/:id/audit`,
    summary: 'The book that the version makes, audited',
    admission: permissions.view,
    params: IdParams,
    response: AuditReport,
    problems: [problems.noYear],
  }),
  auditDraft: route({
    name: 'budget.auditDraft',
    method: 'POST',
    path: `${BASE}/versions/:id/draft-audit`,
    summary: 'The same of lines that are still being typed; nothing is saved',
    admission: permissions.view,
    params: IdParams,
    body: z.object({ rows: z.array(LineShape).max(5000) }),
    response: AuditReport,
    bodyLimit: 4_000_000,
    problems: [problems.noYear, problems.badLines],
  }),
  renderVersion: route({
    name: 'budget.renderVersion',
    method: 'GET',
    path: `${BASE}/versions/:id/book`,
    summary: 'The book that the version makes',
    admission: permissions.view,
    params: IdParams,
    response: RenderedBook,
    problems: [problems.noYear],
  }),
  publishVersion: route({
    name: 'budget.publishVersion',
    method: 'POST',
    path: `${BASE}/versions/:id/publication`,
    summary: 'Publish an approved version: text, lineage and hash are frozen and read back',
    admission: permissions.publish,
    params: IdParams,
    body: Versioned,
    response: Publication,
    idempotency: 'optional',
    problems: [problems.wrongState, problems.auditErrors],
  }),
  auditDocument: route({
    name: 'budget.auditDocument',
    method: 'POST',
    path: `${BASE}/audits`,
    summary: 'Audit a published budget of any department: text, HTML, PDF or workbook',
    admission: permissions.view,
    body: UploadedDocument,
    response: AuditReport,
    bodyLimit: 28_000_000,
    ratePerMinute: 30,
    problems: [problems.unreadable],
  }),
} as const;

export const DownloadFormat = z.enum(['txt', 'json', 'csv', 'xlsx', 'pdf']);
export type DownloadFormat = z.infer<typeof DownloadFormat>;

export const publicRoutes = {
  getPublication: route({
    name: 'budget.getPublication',
    method: 'GET',
    path: '/api/v1/public/budget',
    summary: 'The published budget of a year, or of the newest',
    admission: 'public',
    query: z.object({ year: z.coerce.number().int().optional() }),
    response: Publication,
  }),
  downloadPublication: route({
    name: 'budget.downloadPublication',
    method: 'GET',
    path: '/api/v1/public/budget/:year/:format',
    summary: 'The published budget as text, JSON, CSV of its lines, workbook or PDF',
    admission: 'public',
    params: z.object({ year: z.coerce.number().int(), format: DownloadFormat }),
    answers: 'bytes',
  }),
} as const;
