import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Id, IdParams } from '#kernel/http/shapes.ts';

import * as inputs from './inputs.ts';
import { FormValues, Text } from './of-matters.ts';
import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { ActResult, CasePaper, Receipt } from './shapes.ts';

const base = '/api/v1/cases';

/** A paper of a checklist, with what stands in for it already. */
export const ChecklistPaper = CasePaper.extend({
  acceptStandards: z.array(z.string()),
  form: z.string(),
  reusable: z.array(
    z.object({
      source: z.enum(['licence', 'earlier-case']),
      licenceId: Id.nullable(),
      caseId: Id.nullable(),
      title: z.string(),
      validTo: z.string().nullable(),
      trust: z.enum(['A', 'B', 'C', 'D']),
    }),
  ),
});
export type ChecklistPaper = z.infer<typeof ChecklistPaper>;

/** What an application needs, as far as it is known. */
export const Checklist = z.object({
  editionId: Id,
  matterName: Text,
  itemName: Text,
  questions: z.array(z.string()),
  unanswered: z.array(z.string()),
  papers: z.array(ChecklistPaper),
  fees: z.array(z.object({ name: Text, amountFen: z.number().int() })),
  totalFen: z.number().int(),
  promised: z.object({ count: z.number().int(), unit: z.string() }),
  statutory: z.object({ count: z.number().int(), unit: z.string() }),
  /** When it would be decided if it were accepted now. */
  promisedDueOn: z.string().nullable(),
  toleranceAllowed: z.boolean(),
  promiseAllowed: z.boolean(),
  promiseText: Text.nullable(),
  /** The form with what is known already. */
  prefilled: FormValues,
});
export type Checklist = z.infer<typeof Checklist>;

const applying = [
  problems.matterUnknown,
  problems.partyUnknown,
  problems.notRepresented,
  problems.questionsUnanswered,
  problems.formIncomplete,
  problems.paperUnknown,
  problems.paperNotReusable,
  problems.papersMissing,
] as const;
const accepting = [
  problems.mainPaperMissing,
  problems.notDeferrable,
  problems.toleranceNotAllowed,
  problems.toleranceNotPromised,
  problems.supplementTooLate,
  problems.promiseNotAllowed,
  problems.promiseNotSigned,
] as const;

export const intakeRoutes = {
  previewIntake: route({
    name: 'cases.previewIntake',
    method: 'POST',
    path: `${base}/preview`,
    summary: 'The checklist for these answers, what can be used again, and the form prefilled',
    admission: permissions.intake,
    body: inputs.Preview,
    response: Checklist,
    ratePerMinute: 240,
    problems: [problems.matterUnknown, problems.partyUnknown],
  }),
  receiveAtWindow: route({
    name: 'cases.receiveAtWindow',
    method: 'POST',
    path: `${base}/intake`,
    summary: 'Receive an application at the window, and accept it at once when asked to',
    admission: permissions.intake,
    body: inputs.Intake,
    response: Receipt,
    status: 201,
    idempotency: 'required',
    problems: [...applying, ...accepting],
  }),
  receiveBundle: route({
    name: 'cases.receiveBundle',
    method: 'POST',
    path: `${base}/bundle-intake`,
    summary: 'Receive a 一件事: one parent and a case for each matter',
    admission: permissions.intake,
    body: inputs.BundleIntake,
    response: Receipt,
    status: 201,
    idempotency: 'required',
    problems: [...applying, problems.bundleUnfit],
  }),
  receiveCase: route({
    name: 'cases.receiveCase',
    method: 'POST',
    path: `${base}/:id/reception`,
    summary: 'Take in what was submitted online, or sent by the collecting window',
    admission: permissions.intake,
    params: IdParams,
    body: inputs.Versioned,
    response: ActResult,
    idempotency: 'optional',
    problems: [problems.notLawful, problems.collectedElsewhere],
  }),
  checkForm: route({
    name: 'cases.checkForm',
    method: 'POST',
    path: `${base}/:id/form-check`,
    summary: 'Record the check of form and identity of what is collected for another place',
    admission: permissions.intake,
    params: IdParams,
    body: inputs.Versioned,
    response: ActResult,
    idempotency: 'optional',
    problems: [problems.notLawful, problems.proxyStageWrong],
  }),
  sendToOwner: route({
    name: 'cases.sendToOwner',
    method: 'POST',
    path: `${base}/:id/sending`,
    summary: 'Record that collected papers are on their way to the owner',
    admission: permissions.intake,
    params: IdParams,
    body: inputs.SendToOwner,
    response: ActResult,
    idempotency: 'optional',
    problems: [problems.notLawful, problems.proxyStageWrong],
  }),
  checkPapers: route({
    name: 'cases.checkPapers',
    method: 'PUT',
    path: `${base}/:id/papers`,
    summary: 'Say of papers how they came in and whether they are fit',
    admission: permissions.intake,
    params: IdParams,
    body: inputs.CheckPapers,
    response: ActResult,
    idempotency: 'optional',
    problems: [problems.notLawful, problems.paperUnknown, problems.paperNotReusable],
  }),
  tellCorrection: route({
    name: 'cases.tellCorrection',
    method: 'POST',
    path: `${base}/:id/correction-notices`,
    summary: 'Tell at once all that is to be corrected (art. 32)',
    admission: permissions.accept,
    params: IdParams,
    body: inputs.TellCorrection,
    response: ActResult,
    idempotency: 'required',
    problems: [
      problems.notLawful,
      problems.noticeTooLate,
      problems.defectKnownBefore,
      problems.correctionDueInvalid,
    ],
  }),
  resubmitAtWindow: route({
    name: 'cases.resubmitAtWindow',
    method: 'POST',
    path: `${base}/:id/resubmission`,
    summary: 'Receive the corrections at the window',
    admission: permissions.intake,
    params: IdParams,
    body: inputs.Resubmit,
    response: ActResult,
    idempotency: 'required',
    problems: [problems.notLawful, ...applying],
  }),
  acceptCase: route({
    name: 'cases.acceptCase',
    method: 'POST',
    path: `${base}/:id/acceptance`,
    summary: 'Accept: the clock of the decision begins',
    admission: permissions.accept,
    params: IdParams,
    body: inputs.Accept,
    response: ActResult,
    idempotency: 'required',
    problems: [problems.notLawful, ...applying, ...accepting],
  }),
  refuseCase: route({
    name: 'cases.refuseCase',
    method: 'POST',
    path: `${base}/:id/refusal`,
    summary: 'Refuse to accept, naming the authority that decides',
    admission: permissions.accept,
    params: IdParams,
    body: inputs.Refuse,
    response: ActResult,
    idempotency: 'required',
    problems: [problems.notLawful, problems.authorityMissing, problems.reasonMissing],
  }),
  sayNotNeeded: route({
    name: 'cases.sayNotNeeded',
    method: 'POST',
    path: `${base}/:id/not-needed`,
    summary: 'Say that no permit is needed',
    admission: permissions.accept,
    params: IdParams,
    body: inputs.Reasoned,
    response: ActResult,
    idempotency: 'required',
    problems: [problems.notLawful],
  }),
  supplementAtWindow: route({
    name: 'cases.supplementAtWindow',
    method: 'POST',
    path: `${base}/:id/supplements`,
    summary: 'Receive papers that were to follow (容缺)',
    admission: permissions.intake,
    params: IdParams,
    body: inputs.Supplement,
    response: ActResult,
    idempotency: 'required',
    problems: [problems.notLawful, problems.paperUnknown],
  }),
} as const;
