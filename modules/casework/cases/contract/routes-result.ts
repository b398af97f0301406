import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Id, IdParams } from '#kernel/http/shapes.ts';
import { commonProblems } from '#kernel/problems/contract.ts';

import * as inputs from './inputs.ts';
import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { ActResult } from './shapes.ts';

const base = '/api/v1/cases';

/** What came of one case of a batch. */
export const BatchResult = z.object({
  id: Id,
  done: z.boolean(),
  result: ActResult.nullable(),
  problem: z
    .object({ code: z.string(), title: z.object({ 'zh-CN': z.string(), en: z.string() }) })
    .nullable(),
});
export type BatchResult = z.infer<typeof BatchResult>;

/** From the decision to the archive, and what may still follow. */
export const resultRoutes = {
  beginCertifying: route({
    name: 'cases.beginCertifying',
    method: 'POST',
    path: `${base}/:id/certification`,
    summary: 'Begin to make the licence',
    admission: permissions.issue,
    params: IdParams,
    body: inputs.Versioned,
    response: ActResult,
    idempotency: 'optional',
    problems: [problems.notLawful],
  }),
  issueResult: route({
    name: 'cases.issueResult',
    method: 'POST',
    path: `${base}/:id/issue`,
    summary: 'Issue the licence or paper (art. 44)',
    admission: permissions.issue,
    params: IdParams,
    body: inputs.Issue,
    response: ActResult,
    idempotency: 'required',
    problems: [problems.notLawful, problems.supplementsOutstanding, problems.newSubjectMissing],
  }),
  dispatchResult: route({
    name: 'cases.dispatchResult',
    method: 'POST',
    path: `${base}/:id/dispatch`,
    summary: 'Hand the result to the courier',
    admission: permissions.deliver,
    params: IdParams,
    body: inputs.Dispatch,
    response: ActResult,
    idempotency: 'required',
    problems: [problems.notLawful, problems.deliveryNotOffered],
  }),
  deliverResult: route({
    name: 'cases.deliverResult',
    method: 'POST',
    path: `${base}/:id/delivery`,
    summary: 'Deliver, with proof (送达回证)',
    admission: permissions.deliver,
    params: IdParams,
    body: inputs.Deliver,
    response: ActResult,
    idempotency: 'required',
    problems: [problems.notLawful, problems.deliveryNotProved],
  }),
  sendResultBack: route({
    name: 'cases.sendResultBack',
    method: 'POST',
    path: `${base}/:id/result-return`,
    summary: 'Send the result to the collecting window',
    admission: permissions.deliver,
    params: IdParams,
    body: inputs.Dispatch,
    response: ActResult,
    idempotency: 'required',
    problems: [problems.notLawful, problems.proxyStageWrong],
  }),
  handOver: route({
    name: 'cases.handOver',
    method: 'POST',
    path: `${base}/:id/hand-over`,
    summary: 'Hand the result over where it was collected',
    admission: permissions.deliver,
    params: IdParams,
    body: inputs.Deliver,
    response: ActResult,
    idempotency: 'required',
    problems: [problems.notLawful, problems.proxyStageWrong, problems.deliveryNotProved],
  }),
  archiveCase: route({
    name: 'cases.archiveCase',
    method: 'POST',
    path: `${base}/:id/archive`,
    summary: 'Close the dossier, with its hash',
    admission: permissions.archive,
    params: IdParams,
    body: inputs.Versioned,
    response: ActResult,
    idempotency: 'optional',
    problems: [problems.notLawful, problems.dossierIncomplete],
  }),
  revokeCase: route({
    name: 'cases.revokeCase',
    method: 'POST',
    path: `${base}/:id/revocation`,
    summary: 'Revoke the permit (art. 69)',
    admission: permissions.revoke,
    params: IdParams,
    body: inputs.Revoke,
    response: ActResult,
    idempotency: 'required',
    problems: [problems.notLawful, problems.notGranted, problems.remedyMissing],
  }),
  decideAgain: route({
    name: 'cases.decideAgain',
    method: 'POST',
    path: `${base}/:id/decision-again`,
    summary: 'Set the decision aside and examine again',
    admission: permissions.revoke,
    params: IdParams,
    body: inputs.Reasoned,
    response: ActResult,
    idempotency: 'required',
    problems: [problems.notLawful, problems.notDecided],
  }),
  inspectPromise: route({
    name: 'cases.inspectPromise',
    method: 'POST',
    path: `${base}/:id/inspection`,
    summary: 'Record the inspection of what was promised',
    admission: permissions.examine,
    params: IdParams,
    body: inputs.Inspect,
    response: ActResult,
    idempotency: 'required',
    problems: [problems.notLawful, problems.notOnPromise],
  }),
  actOnMany: route({
    name: 'cases.actOnMany',
    method: 'POST',
    path: `${base}/batch`,
    summary: 'One act on up to 500 cases, each with its own answer',
    admission: permissions.view,
    body: inputs.Batch,
    response: z.object({ items: z.array(BatchResult) }),
    idempotency: 'optional',
    ratePerMinute: 20,
    problems: [commonProblems.forbidden],
  }),
} as const;
