import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Id, IdParams, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { CaseSettings, DeadlineProof } from './deadlines.ts';
import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { CaseInFull, CaseSummary, HistoryEntry, Opinion } from './shapes.ts';
import { CaseState, Channel, Light } from './states.ts';

const base = '/api/v1/cases';

/** Which part of the work: one’s own, one’s departments’, what is late, all that one may see. */
export const WorkList = z.enum(['own', 'group', 'overdue', 'open', 'all']);
export type WorkList = z.infer<typeof WorkList>;

export const CaseFilter = z.object({
  list: WorkList.default('open'),
  state: CaseState.optional(),
  light: Light.optional(),
  departmentId: Id.optional(),
  matterId: Id.optional(),
  partyId: Id.optional(),
  channel: Channel.optional(),
  /** By the day of submission. */
  from: Day.optional(),
  to: Day.optional(),
  /** 办件编号 or 查询码, whole. */
  search: z.string().trim().max(60).optional(),
});
export type CaseFilter = z.infer<typeof CaseFilter>;

export const ListCasesQuery = PageQuery.extend(CaseFilter.shape);
export type ListCasesQuery = z.infer<typeof ListCasesQuery>;

export const CaseCounts = z.object({
  own: z.number().int(),
  group: z.number().int(),
  overdue: z.number().int(),
  byState: z.array(z.object({ state: CaseState, count: z.number().int() })),
  byLight: z.array(z.object({ light: Light, count: z.number().int() })),
  opinions: z.number().int(),
});
export type CaseCounts = z.infer<typeof CaseCounts>;

export const lookRoutes = {
  listCases: route({
    name: 'cases.listCases',
    method: 'GET',
    path: base,
    summary: 'Cases as far as one may see them, the newest first; work lists by what is due first',
    admission: permissions.view,
    query: ListCasesQuery,
    response: pageOf(CaseSummary),
  }),
  countCases: route({
    name: 'cases.countCases',
    method: 'GET',
    path: `${base}/counts`,
    summary: 'How many open cases there are, by list, state and light',
    admission: permissions.view,
    response: CaseCounts,
  }),
  exportCases: route({
    name: 'cases.exportCases',
    method: 'GET',
    path: `${base}/export`,
    summary: 'The same list as a CSV sheet, streamed',
    admission: permissions.export,
    query: CaseFilter,
    answers: 'bytes',
    ratePerMinute: 6,
  }),
  getSettings: route({
    name: 'cases.getSettings',
    method: 'GET',
    path: `${base}/settings`,
    summary: 'When lights change, and limits of the centre’s own',
    admission: permissions.view,
    response: CaseSettings,
  }),
  changeSettings: route({
    name: 'cases.changeSettings',
    method: 'PUT',
    path: `${base}/settings`,
    summary: 'Change when lights change',
    admission: permissions.manageSettings,
    body: CaseSettings,
    response: CaseSettings,
    idempotency: 'optional',
  }),
  listOpinions: route({
    name: 'cases.listOpinions',
    method: 'GET',
    path: `${base}/opinions`,
    summary: 'What other departments ask of one’s own, unanswered first',
    admission: permissions.advise,
    query: PageQuery.omit({ search: true }).extend({ openOnly: z.stringbool().default(true) }),
    response: pageOf(Opinion),
  }),
  getCase: route({
    name: 'cases.getCase',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'One case with form, papers and what can be done now; the look is recorded',
    admission: permissions.view,
    params: IdParams,
    response: CaseInFull,
  }),
  listHistory: route({
    name: 'cases.listHistory',
    method: 'GET',
    path: `${base}/:id/history`,
    summary: 'Every step of a case, the first first',
    admission: permissions.view,
    params: IdParams,
    response: z.object({ items: z.array(HistoryEntry) }),
  }),
  getDeadlines: route({
    name: 'cases.getDeadlines',
    method: 'GET',
    path: `${base}/:id/deadlines`,
    summary: 'The proof of every limit: which days count, and why',
    admission: permissions.view,
    params: IdParams,
    response: DeadlineProof,
  }),
  queryPublicly: route({
    name: 'cases.queryPublicly',
    method: 'POST',
    path: '/api/v1/case-query',
    summary: 'Where a case stands, for whoever has number and query code; nothing personal',
    admission: 'public',
    body: z.object({
      caseNo: z.string().trim().min(8).max(50),
      queryCode: z.string().trim().min(4).max(20),
    }),
    response: z.object({
      caseNo: z.string(),
      matterName: CaseSummary.shape.matterName,
      applicant: z.string(),
      state: CaseState,
      acceptedOn: Day.nullable(),
      dueOn: Day.nullable(),
      isStopped: z.boolean(),
      timeline: z.array(HistoryEntry.pick({ at: true, act: true, toState: true, text: true })),
    }),
    ratePerMinute: 20,
    problems: [problems.draftGone],
  }),
} as const;
