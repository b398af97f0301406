import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Id, IdParams, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import {
  ContractType,
  Document,
  DocumentBody,
  DocumentKind,
  DocumentState,
  DocumentSummary,
  NewDocument,
  Returning,
  Verdict,
} from './documents.ts';
import { Bucket } from './ledger.ts';
import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import {
  Contract,
  ContractState,
  ContractSummary,
  LineShown,
  MovementShown,
  NewContractEvent,
  NewPublication,
  Overdue,
  Overview,
  Preview,
  ProcurementPlan,
  Reconciliation,
  YearEnd,
} from './shapes.ts';

const base = '/api/v1/contracts';

const Year = z.coerce.number().int().min(2000).max(2100);

export const ContractFilter = z.object({
  year: Year.optional(),
  type: ContractType.optional(),
  state: ContractState.optional(),
  projectCode: z.string().max(40).optional(),
});
export type ContractFilter = z.infer<typeof ContractFilter>;

export const ContractSort = z.enum([
  'number',
  '-number',
  'price',
  '-price',
  'signedOn',
  '-signedOn',
]);
export type ContractSort = z.infer<typeof ContractSort>;

export const MovementFilter = z.object({
  year: Year.optional(),
  lineId: Id.optional(),
  projectCode: z.string().max(40).optional(),
  contractId: Id.optional(),
  /** Only movements into or out of this bucket. */
  bucket: Bucket.optional(),
  /** Only up to this day. */
  until: Day.optional(),
});
export type MovementFilter = z.infer<typeof MovementFilter>;

export const DocumentFilter = z.object({
  state: DocumentState.optional(),
  kind: DocumentKind.optional(),
  /** `mine`: waits for the caller’s act. */
  scope: z.enum(['all', 'mine']).optional(),
});
export type DocumentFilter = z.infer<typeof DocumentFilter>;

const moneyProblems = [
  problems.notEnough,
  problems.notHeld,
  problems.aboveItem,
  problems.aboveAward,
  problems.aboveReserve,
  problems.awardMissing,
  problems.sharesWrong,
  problems.percentsWrong,
  problems.typeWrong,
  problems.paymentDaysWrong,
  problems.numberTaken,
  problems.notReached,
  problems.alreadySettled,
  problems.nothingCounted,
  problems.countedAlready,
  problems.countedOtherwise,
  problems.unitPriceWrong,
  problems.tooManyLines,
  problems.settlementWrong,
  problems.aboveContract,
  problems.aboveSettlement,
  problems.tooEarly,
  problems.tooLate,
  problems.notRunning,
  problems.notReversible,
  problems.tooOld,
  problems.nothingLeft,
  problems.yearNotOver,
  problems.noRules,
];

const readRoutes = {
  getOverview: route({
    name: 'contracts.getOverview',
    method: 'GET',
    path: `${base}/overview`,
    summary:
      'A year by project and line as it stood at the end of a day; the newest year unless said',
    admission: permissions.view,
    query: z.object({ year: Year.optional(), onDay: Day.optional() }),
    response: Overview,
  }),
  listLines: route({
    name: 'contracts.listLines',
    method: 'GET',
    path: `${base}/lines`,
    summary: 'The lines of a year with what they hold now, for choosing',
    admission: permissions.view,
    query: z.object({ year: Year.optional() }),
    response: z.object({ items: z.array(LineShown) }),
  }),
  listMovements: route({
    name: 'contracts.listMovements',
    method: 'GET',
    path: `${base}/movements`,
    summary: 'The ledger, newest first: what stands behind a figure',
    admission: permissions.view,
    query: PageQuery.omit({ search: true }).extend(MovementFilter.shape),
    response: pageOf(MovementShown),
  }),
  reconcile: route({
    name: 'contracts.reconcile',
    method: 'GET',
    path: `${base}/reconciliation`,
    summary: 'The ledger added up again from its first movement, against what the lines show',
    admission: permissions.view,
    response: Reconciliation,
  }),
  listContracts: route({
    name: 'contracts.listContracts',
    method: 'GET',
    path: `${base}/contracts`,
    summary: 'A page of contracts; `search` is a part of the number, name or supplier',
    admission: permissions.view,
    query: PageQuery.extend(ContractFilter.shape).extend({ sort: ContractSort.default('number') }),
    response: pageOf(ContractSummary),
  }),
  exportContracts: route({
    name: 'contracts.exportContracts',
    method: 'GET',
    path: `${base}/export`,
    summary: 'The list as a spreadsheet; recorded',
    admission: permissions.view,
    query: ContractFilter.extend({ search: z.string().trim().max(100).optional() }),
    answers: 'bytes',
  }),
  exportVouchers: route({
    name: 'contracts.exportVouchers',
    method: 'GET',
    path: `${base}/vouchers`,
    summary:
      'Draft entries of a year for the unit’s own books, financial and budgetary side by side; recorded',
    admission: permissions.view,
    query: z.object({ year: Year.optional() }),
    answers: 'bytes',
  }),
  getContract: route({
    name: 'contracts.getContract',
    method: 'GET',
    path: `${base}/contracts/:id`,
    summary: 'One contract with its instalments, settlements, payments, events and documents',
    admission: permissions.view,
    params: IdParams,
    response: Contract,
  }),
  getProcurementPlan: route({
    name: 'contracts.getProcurementPlan',
    method: 'GET',
    path: `${base}/procurement-plan`,
    summary:
      'The procurement items of a year, what is set aside, and what a careful buyer would ask',
    admission: permissions.view,
    query: z.object({ year: Year.optional() }),
    response: ProcurementPlan,
  }),
  listOverdue: route({
    name: 'contracts.listOverdue',
    method: 'GET',
    path: `${base}/overdue`,
    summary: 'Payments and publications that are late on a day; today unless said',
    admission: permissions.view,
    query: z.object({ onDay: Day.optional() }),
    response: z.object({ onDay: Day, items: z.array(Overdue) }),
  }),
  getYearEnd: route({
    name: 'contracts.getYearEnd',
    method: 'GET',
    path: `${base}/year-end`,
    summary: 'What contracts of a year still hold, with its age, and what nothing claims',
    admission: permissions.view,
    query: z.object({ year: Year.optional() }),
    response: YearEnd,
  }),
} as const;

const actRoutes = {
  recordEvent: route({
    name: 'contracts.recordEvent',
    method: 'POST',
    path: `${base}/contracts/:id/events`,
    summary: 'Record what instalments wait for, with its day and evidence',
    admission: permissions.prepare,
    params: IdParams,
    body: NewContractEvent,
    response: Contract,
    idempotency: 'optional',
    problems: [problems.eventRecorded, problems.notRunning, problems.tooEarly, problems.tooLate],
  }),
  recordPublication: route({
    name: 'contracts.recordPublication',
    method: 'POST',
    path: `${base}/contracts/:id/publication`,
    summary: 'Record where and when a contract was published (实施条例 art. 50)',
    admission: permissions.prepare,
    params: IdParams,
    body: NewPublication,
    response: Contract,
    idempotency: 'optional',
    problems: [problems.tooEarly, problems.tooLate],
  }),
  openYear: route({
    name: 'contracts.openYear',
    method: 'POST',
    path: `${base}/years`,
    summary:
      'Open the ledger of a year from the approved budget, or bring it up to a newer version of it',
    admission: permissions.manageRules,
    body: z.object({ year: z.number().int().min(2000).max(2100) }),
    response: z.object({ opened: z.number().int(), adjusted: z.number().int() }),
    idempotency: 'optional',
    problems: [problems.noBudget, problems.notEnough],
  }),
} as const;

const documentRoutes = {
  listDocuments: route({
    name: 'contracts.listDocuments',
    method: 'GET',
    path: `${base}/documents`,
    summary: 'Documents, newest first',
    admission: permissions.view,
    query: PageQuery.extend(DocumentFilter.shape),
    response: pageOf(DocumentSummary),
  }),
  getDocument: route({
    name: 'contracts.getDocument',
    method: 'GET',
    path: `${base}/documents/:id`,
    summary: 'One document with its signatures',
    admission: permissions.view,
    params: IdParams,
    response: Document,
  }),
  previewDocument: route({
    name: 'contracts.previewDocument',
    method: 'POST',
    path: `${base}/preview`,
    summary:
      'What a document would do as things stand, line by line, or why it cannot be; nothing is kept',
    admission: permissions.view,
    body: z.object({ body: DocumentBody }),
    response: Preview,
    problems: moneyProblems,
  }),
  prepareDocument: route({
    name: 'contracts.prepareDocument',
    method: 'POST',
    path: `${base}/documents`,
    summary:
      'Make a document and hand it to the checker; refused at once when it could not be approved as things stand',
    admission: permissions.prepare,
    body: NewDocument,
    response: Document,
    status: 201,
    idempotency: 'required',
    problems: moneyProblems,
  }),
  checkDocument: route({
    name: 'contracts.checkDocument',
    method: 'POST',
    path: `${base}/documents/:id/check`,
    summary: 'Sign as checker',
    admission: permissions.check,
    params: IdParams,
    body: Verdict,
    response: Document,
    idempotency: 'optional',
    problems: [problems.samePerson, problems.notInState, ...moneyProblems],
  }),
  approveDocument: route({
    name: 'contracts.approveDocument',
    method: 'POST',
    path: `${base}/documents/:id/approval`,
    summary: 'Sign as approver: the money moves',
    admission: permissions.approve,
    params: IdParams,
    body: Verdict,
    response: Document,
    idempotency: 'optional',
    problems: [problems.samePerson, problems.notInState, ...moneyProblems],
  }),
  returnDocument: route({
    name: 'contracts.returnDocument',
    method: 'POST',
    path: `${base}/documents/:id/return`,
    summary: 'Send it back with the reason, by whoever may check or approve it',
    admission: 'signed-in',
    params: IdParams,
    body: Returning,
    response: Document,
    idempotency: 'optional',
    problems: [problems.samePerson, problems.notInState],
  }),
  withdrawDocument: route({
    name: 'contracts.withdrawDocument',
    method: 'POST',
    path: `${base}/documents/:id/withdrawal`,
    summary: 'Take back a document of one’s own that is not approved',
    admission: permissions.prepare,
    params: IdParams,
    body: Verdict,
    response: Document,
    idempotency: 'optional',
    problems: [problems.notInState],
  }),
} as const;

export const routes = { ...readRoutes, ...actRoutes, ...documentRoutes } as const;
