import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Id, IdParams, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { KindSettings, LicenceKind } from './kind.ts';
import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { Licence, LicenceSummary } from './shapes.ts';
import { Ground, LicenceState, type StateAct } from './state.ts';

const base = '/api/v1/licences';

export const LicenceFilter = z.object({
  kind: z.string().max(64).optional(),
  state: LicenceState.optional(),
  departmentId: Id.optional(),
  /** Valid ones whose validity ends within so many days. */
  endsWithinDays: z.coerce.number().int().min(1).max(365).optional(),
});
export type LicenceFilter = z.infer<typeof LicenceFilter>;

/** Why a state is changed; the version is the one that the editor saw. */
export const StateChange = z.object({
  ground: Ground,
  reason: z.string().trim().min(2).max(300),
  version: z.number().int().min(1),
});
export type StateChange = z.infer<typeof StateChange>;

export const PaperForm = z.enum(['original', 'duplicate']);
export type PaperForm = z.infer<typeof PaperForm>;

const moving = (act: StateAct, path: string, summary: string) =>
  route({
    name: `licences.${act}`,
    method: 'POST',
    path: `${base}/licences/:id/${path}`,
    summary,
    admission: permissions.manage,
    params: IdParams,
    body: StateChange,
    response: Licence,
    idempotency: 'optional',
    problems: [problems.notInState, problems.groundWrong],
  });

export const staffRoutes = {
  listLicences: route({
    name: 'licences.listLicences',
    method: 'GET',
    path: `${base}/licences`,
    summary:
      'A page of licences, newest first, masked; `search` is a beginning of the number or identifier, or a part of a firm’s name',
    admission: permissions.view,
    query: PageQuery.extend(LicenceFilter.shape),
    response: pageOf(LicenceSummary),
  }),
  searchLicences: route({
    name: 'licences.searchLicences',
    method: 'POST',
    path: `${base}/searches`,
    summary:
      'By a holder’s whole number or name, a licence number or an identifier; the text travels in the body',
    admission: permissions.view,
    body: z.object({ text: z.string().trim().min(1).max(100) }),
    response: z.object({ items: z.array(LicenceSummary) }),
    ratePerMinute: 120,
    problems: [problems.tooGeneral],
  }),
  getLicence: route({
    name: 'licences.getLicence',
    method: 'GET',
    path: `${base}/licences/:id`,
    summary: 'One licence in full with its history; the look is recorded',
    admission: permissions.view,
    params: IdParams,
    response: Licence,
  }),
  suspend: moving('suspend', 'suspension', 'Suspend a valid licence'),
  resume: moving('resume', 'resumption', 'End a suspension'),
  revoke: moving('revoke', 'revocation', 'Revoke a licence (行政许可法 art. 69)'),
  cancel: moving('cancel', 'cancellation', 'Cancel a licence (行政许可法 art. 70)'),
  verifyShowing: route({
    name: 'licences.verifyShowing',
    method: 'POST',
    path: `${base}/showings/verification`,
    summary: 'Check the one-time code that a holder shows; it works once',
    admission: permissions.verify,
    body: z.object({ code: z.string().trim().min(4).max(300) }),
    response: Licence,
    ratePerMinute: 120,
    problems: [problems.codeUnknown, problems.codeUsed],
  }),
  printLicence: route({
    name: 'licences.printLicence',
    method: 'GET',
    path: `${base}/licences/:id/paper`,
    summary: 'The licence as PDF: 正本 or 副本',
    admission: permissions.view,
    params: IdParams,
    query: z.object({ form: PaperForm.default('original') }),
    answers: 'bytes',
  }),
  exportLicences: route({
    name: 'licences.exportLicences',
    method: 'GET',
    path: `${base}/export`,
    summary: 'The list as a spreadsheet, masked; recorded',
    admission: permissions.export,
    query: LicenceFilter,
    answers: 'bytes',
  }),
  listKinds: route({
    name: 'licences.listKinds',
    method: 'GET',
    path: `${base}/kinds`,
    summary: 'Kinds of licence',
    admission: permissions.view,
    response: z.object({ items: z.array(LicenceKind) }),
  }),
  changeKind: route({
    name: 'licences.changeKind',
    method: 'PUT',
    path: `${base}/kinds/:code`,
    summary: 'Set the validity of a kind and from when it can be renewed',
    admission: permissions.manageKinds,
    params: z.object({ code: z.string().max(64) }),
    body: KindSettings,
    response: LicenceKind,
    idempotency: 'optional',
  }),
} as const;
