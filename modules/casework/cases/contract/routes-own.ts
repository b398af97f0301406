import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Done, Id, IdParams, Instant, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { DeadlineProof } from './deadlines.ts';
import * as inputs from './inputs.ts';
import { Answers, FormValues, Key, Text } from './of-matters.ts';
import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { Checklist } from './routes-intake.ts';
import {
  ActResult,
  CaseInFull,
  CaseSummary,
  DeliveryWish,
  HistoryEntry,
  Receipt,
} from './shapes.ts';

const base = '/api/v1/own/cases';

/** An application that is not submitted yet, as it was left. */
export const Draft = z.object({
  id: Id,
  matterId: Id,
  matterName: Text,
  itemKey: Key,
  answers: Answers,
  form: FormValues,
  papers: z.array(inputs.PaperInput),
  delivery: DeliveryWish,
  step: z.string(),
  savedAt: Instant,
  version: z.number().int(),
});
export type Draft = z.infer<typeof Draft>;

const DraftLine = Draft.pick({
  id: true,
  matterId: true,
  matterName: true,
  itemKey: true,
  step: true,
  savedAt: true,
});

/** The applicant’s view leaves out who examined, opinions between departments, and what staff may do. */
export const OwnCase = CaseInFull.omit({
  examinations: true,
  opinions: true,
  examinersNeeded: true,
  needsSiteCheck: true,
  informsThirdParties: true,
  handler: true,
});
export type OwnCase = z.infer<typeof OwnCase>;

export const ownRoutes = {
  previewOwn: route({
    name: 'cases.previewOwn',
    method: 'POST',
    path: `${base}/preview`,
    summary: 'The checklist for these answers, what can be used again, and the form prefilled',
    admission: permissions.apply,
    body: inputs.Preview.omit({ partyId: true, agentId: true }),
    response: Checklist,
    problems: [problems.matterUnknown],
  }),
  saveDraft: route({
    name: 'cases.saveDraft',
    method: 'PUT',
    path: `${base}/drafts`,
    summary: 'Keep an application as far as it is filled in; one for each matter and person',
    admission: permissions.apply,
    body: inputs.DraftInput,
    response: Draft,
    idempotency: 'optional',
    problems: [problems.matterUnknown],
  }),
  listDrafts: route({
    name: 'cases.listDrafts',
    method: 'GET',
    path: `${base}/drafts`,
    summary: 'Applications that wait to be finished',
    admission: permissions.apply,
    response: z.object({ items: z.array(DraftLine) }),
  }),
  getDraft: route({
    name: 'cases.getDraft',
    method: 'GET',
    path: `${base}/drafts/:id`,
    summary: 'One of them, to go on where it was left, on any device',
    admission: permissions.apply,
    params: IdParams,
    response: Draft,
    problems: [problems.draftGone],
  }),
  discardDraft: route({
    name: 'cases.discardDraft',
    method: 'DELETE',
    path: `${base}/drafts/:id`,
    summary: 'Throw one away',
    admission: permissions.apply,
    params: IdParams,
    response: Done,
    problems: [problems.draftGone],
  }),
  submitDraft: route({
    name: 'cases.submitDraft',
    method: 'POST',
    path: `${base}/drafts/:id/submission`,
    summary: 'Submit: answers with the number, the query code and the day of the answer',
    admission: permissions.apply,
    params: IdParams,
    body: z.object({ version: z.number().int().min(1) }),
    response: Receipt,
    status: 201,
    idempotency: 'required',
    problems: [
      problems.draftGone,
      problems.notIdentified,
      problems.matterUnknown,
      problems.questionsUnanswered,
      problems.formIncomplete,
      problems.papersMissing,
      problems.paperNotReusable,
    ],
  }),
  listOwn: route({
    name: 'cases.listOwn',
    method: 'GET',
    path: base,
    summary: 'One’s own cases, the newest first',
    admission: permissions.viewOwn,
    query: PageQuery.omit({ search: true }),
    response: pageOf(CaseSummary.omit({ handler: true })),
  }),
  getOwn: route({
    name: 'cases.getOwn',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'One of them, with what can be done now',
    admission: permissions.viewOwn,
    params: IdParams,
    response: OwnCase,
  }),
  listOwnHistory: route({
    name: 'cases.listOwnHistory',
    method: 'GET',
    path: `${base}/:id/history`,
    summary: 'The timeline in plain words, messages included',
    admission: permissions.viewOwn,
    params: IdParams,
    response: z.object({ items: z.array(HistoryEntry) }),
  }),
  getOwnDeadlines: route({
    name: 'cases.getOwnDeadlines',
    method: 'GET',
    path: `${base}/:id/deadlines`,
    summary: 'The proof of every limit of one’s own case',
    admission: permissions.viewOwn,
    params: IdParams,
    response: DeadlineProof,
  }),
  resubmitOwn: route({
    name: 'cases.resubmitOwn',
    method: 'POST',
    path: `${base}/:id/resubmission`,
    summary: 'Hand in the corrections',
    admission: permissions.apply,
    params: IdParams,
    body: inputs.Resubmit,
    response: ActResult,
    idempotency: 'required',
    problems: [problems.notLawful, problems.formIncomplete, problems.paperUnknown],
  }),
  supplementOwn: route({
    name: 'cases.supplementOwn',
    method: 'POST',
    path: `${base}/:id/supplements`,
    summary: 'Hand in papers that were to follow',
    admission: permissions.apply,
    params: IdParams,
    body: inputs.Supplement,
    response: ActResult,
    idempotency: 'required',
    problems: [problems.notLawful, problems.paperUnknown],
  }),
  withdrawOwn: route({
    name: 'cases.withdrawOwn',
    method: 'POST',
    path: `${base}/:id/withdrawal`,
    summary: 'Ask to withdraw',
    admission: permissions.apply,
    params: IdParams,
    body: inputs.Reasoned,
    response: ActResult,
    idempotency: 'required',
    problems: [problems.notLawful],
  }),
  continueOwn: route({
    name: 'cases.continueOwn',
    method: 'POST',
    path: `${base}/:id/withdrawal/refusal`,
    summary: 'Go on after all',
    admission: permissions.apply,
    params: IdParams,
    body: inputs.Reasoned,
    response: ActResult,
    idempotency: 'optional',
    problems: [problems.notLawful],
  }),
  collectOwn: route({
    name: 'cases.collectOwn',
    method: 'POST',
    path: `${base}/:id/collection`,
    summary: 'Take the result electronically; the time is the proof of delivery',
    admission: permissions.apply,
    params: IdParams,
    body: inputs.Versioned,
    response: ActResult,
    idempotency: 'optional',
    problems: [problems.notLawful, problems.deliveryNotOffered],
  }),
  writeOwnMessage: route({
    name: 'cases.writeOwnMessage',
    method: 'POST',
    path: `${base}/:id/messages`,
    summary: 'Write to the clerk',
    admission: permissions.apply,
    params: IdParams,
    body: inputs.WriteMessage,
    response: ActResult,
    idempotency: 'optional',
    problems: [problems.notLawful],
  }),
} as const;
