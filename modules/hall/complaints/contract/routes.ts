import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Id, IdParams, Instant, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { ComplaintSettings, TermClass } from './settings.ts';
import { Act, Kind, Result, Satisfaction, State, Wish } from './states.ts';

const BASE = '/api/v1/complaints';
const text = (least: number, most: number) => z.string().trim().min(least).max(most);

/** Purpose under which evidence is stored. */
export const EVIDENCE_PURPOSE = 'complaints.evidence';

/** Files that were stored for it before, to be hung on the complaint with the step. */
const FileIds = z.array(Id).max(10).default([]);

/** What somebody brings: what it is about and, if they want to hear of it, who they are. */
export const ComplaintInput = z.object({
  wish: Wish,
  title: text(4, 80),
  content: text(8, 2_000),
  name: text(0, 40).default(''),
  mobile: z
    .string()
    .trim()
    .regex(/^(?:1\d{10})?$/u)
    .default(''),
  caseNo: text(0, 40).default(''),
  ticketNo: text(0, 20).default(''),
  windowId: Id.nullable().default(null),
  fileIds: FileIds,
});
export type ComplaintInput = z.infer<typeof ComplaintInput>;

/** From outside: complaints, what could not be done, letters. Slips come from the hotline only. */
export const PublicInput = ComplaintInput.extend({
  kind: Kind.exclude(['hotline']).default('complaint'),
});
export type PublicInput = z.infer<typeof PublicInput>;

/** Written down by the staff: also whom it is about, and the slip's own number. */
export const StaffInput = ComplaintInput.extend({
  kind: Kind,
  externalNo: text(0, 40).default(''),
  departmentId: Id.nullable().default(null),
  personId: Id.nullable().default(null),
  termClass: TermClass.default('normal'),
});
export type StaffInput = z.infer<typeof StaffInput>;

const Named = z.object({ id: Id, nameZh: z.string(), nameEn: z.string() });

export const ComplaintSummary = z.object({
  id: Id,
  number: z.string(),
  kind: Kind,
  wish: Wish,
  title: z.string(),
  state: State,
  main: Named.nullable(),
  receivedAt: Instant,
  dueOn: Day.nullable(),
  isOverdue: z.boolean(),
  externalNo: z.string(),
});
export type ComplaintSummary = z.infer<typeof ComplaintSummary>;

export const Complaint = ComplaintSummary.extend({
  content: z.string(),
  person: z.string(),
  hasMobile: z.boolean(),
  assisting: z.array(Named),
  target: z.object({
    department: Named.nullable(),
    windowNumber: z.number().int().nullable(),
    person: Named.nullable(),
  }),
  caseId: Id.nullable(),
  caseNo: z.string(),
  ticketNo: z.string(),
  termClass: TermClass,
  contactDueOn: Day,
  handleDueOn: Day,
  callBackDueOn: Day.nullable(),
  wasContactLate: z.boolean(),
  wasHandledLate: z.boolean(),
  wasExtended: z.boolean(),
  wasRedone: z.boolean(),
  wasForced: z.boolean(),
  reply: z.string(),
  result: Result.nullable(),
  isProven: z.boolean(),
  satisfaction: Satisfaction.nullable(),
  steps: z.array(
    z.object({
      act: Act,
      at: Instant,
      by: z.string(),
      to: State,
      note: z.string(),
      fileIds: z.array(Id),
    }),
  ),
  mayDo: z.array(Act),
  mayReveal: z.boolean(),
  version: z.number().int(),
});
export type Complaint = z.infer<typeof Complaint>;

export const List = z.enum(['open', 'overdue', 'all']);

export const ComplaintFilter = z.object({
  list: List.default('open'),
  kind: Kind.optional(),
  state: State.optional(),
});
export type ComplaintFilter = z.infer<typeof ComplaintFilter>;

/** One act with what it needs; what is missing for the act is refused by name. */
export const ActInput = z.object({
  version: z.number().int().min(1),
  act: Act.exclude(['register']),
  note: text(0, 500).default(''),
  departmentId: Id.nullable().default(null),
  assistingIds: z.array(Id).max(10).default([]),
  termClass: TermClass.nullable().default(null),
  result: Result.nullable().default(null),
  isProven: z.boolean().default(false),
  reply: text(0, 1_000).default(''),
  satisfaction: Satisfaction.nullable().default(null),
  days: z.number().int().min(1).max(60).nullable().default(null),
  fileIds: FileIds,
});
export type ActInput = z.infer<typeof ActInput>;

const actProblems = [
  problems.notLawful,
  problems.missing,
  problems.unknownUnit,
  problems.cannotReturn,
  problems.extendedOnce,
  problems.extensionLate,
  problems.redoneOnce,
  problems.stillUnhappy,
  problems.notUnhappy,
  problems.sameUnit,
  problems.targetPerson,
];

/** What whoever complained may follow by number and code. */
export const Followed = z.object({
  number: z.string(),
  kind: Kind,
  title: z.string(),
  state: State,
  dueOn: Day.nullable(),
  reply: z.string(),
  timeline: z.array(z.object({ act: Act, at: Instant, to: State })),
});
export type Followed = z.infer<typeof Followed>;

export const complaintRoutes = {
  makeComplaint: route({
    name: 'complaints.makeComplaint',
    method: 'POST',
    path: '/api/v1/public/complaints',
    summary: 'Complain, say what could not be done, or ask',
    admission: 'public',
    body: PublicInput,
    response: z.object({ number: z.string(), code: z.string(), dueOn: Day }),
    status: 201,
    ratePerMinute: 6,
    idempotency: 'required',
  }),
  followComplaint: route({
    name: 'complaints.followComplaint',
    method: 'POST',
    path: '/api/v1/public/complaints/searches',
    summary: 'Where it stands, for whoever holds number and code',
    admission: 'public',
    body: z.object({ number: text(4, 40), code: text(4, 20) }),
    response: Followed,
    ratePerMinute: 20,
  }),
  registerComplaint: route({
    name: 'complaints.registerComplaint',
    method: 'POST',
    path: BASE,
    summary: 'Write down a complaint, a slip of the hotline, or what was said at the window',
    admission: permissions.register,
    body: StaffInput,
    response: Complaint,
    status: 201,
    idempotency: 'required',
    problems: [problems.unknownUnit],
  }),
  listComplaints: route({
    name: 'complaints.listComplaints',
    method: 'GET',
    path: BASE,
    summary: 'The work list, the nearest limit first',
    admission: permissions.view,
    query: PageQuery.extend(ComplaintFilter.shape),
    response: pageOf(ComplaintSummary),
  }),
  getComplaint: route({
    name: 'complaints.getComplaint',
    method: 'GET',
    path: `${BASE}/complaints/:id`,
    summary: 'One with every step',
    admission: permissions.view,
    params: IdParams,
    response: Complaint,
  }),
  act: route({
    name: 'complaints.act',
    method: 'POST',
    path: `${BASE}/complaints/:id/acts`,
    summary: 'One step of the unit or of the supervising office',
    admission: permissions.view,
    params: IdParams,
    body: ActInput,
    response: Complaint,
    idempotency: 'optional',
    problems: actProblems,
  }),
  revealPerson: route({
    name: 'complaints.revealPerson',
    method: 'POST',
    path: `${BASE}/complaints/:id/person`,
    summary: 'Name and number of who complained; recorded, never for whom it is about',
    admission: permissions.reveal,
    params: IdParams,
    response: z.object({ name: z.string(), mobile: z.string() }),
    problems: [problems.targetPerson],
  }),
  getSettings: route({
    name: 'complaints.getSettings',
    method: 'GET',
    path: `${BASE}/settings`,
    summary: 'Terms and assessment items',
    admission: permissions.view,
    response: ComplaintSettings,
  }),
  changeSettings: route({
    name: 'complaints.changeSettings',
    method: 'PUT',
    path: `${BASE}/settings`,
    summary: 'Change them',
    admission: permissions.manageSettings,
    body: ComplaintSettings,
    response: ComplaintSettings,
    idempotency: 'optional',
  }),
} as const;

const SCORES = '/api/v1/assessment';
const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u);

export const ScoreState = z.enum(['stands', 'appealed', 'cancelled']);
export type ScoreState = z.infer<typeof ScoreState>;

/** Whom a month is added up for. */
export const TargetKind = z.enum(['person', 'window', 'department']);
export type TargetKind = z.infer<typeof TargetKind>;

export const Score = z.object({
  id: Id,
  item: z.string(),
  itemZh: z.string(),
  itemEn: z.string(),
  points: z.number(),
  on: Day,
  evidence: z.string(),
  isAutomatic: z.boolean(),
  state: ScoreState,
  appealText: z.string(),
  decision: z.string(),
  person: Named.nullable(),
  windowNumber: z.number().int().nullable(),
  department: Named.nullable(),
  by: z.string(),
  mayAppeal: z.boolean(),
  mayDecide: z.boolean(),
  version: z.number().int(),
});
export type Score = z.infer<typeof Score>;

export const ScoreInput = z.object({
  item: text(2, 40),
  on: Day,
  personId: Id.nullable().default(null),
  windowId: Id.nullable().default(null),
  departmentId: Id.nullable().default(null),
  evidence: text(0, 500).default(''),
});
export type ScoreInput = z.infer<typeof ScoreInput>;

export const MonthLine = z.object({
  targetId: Id,
  nameZh: z.string(),
  nameEn: z.string(),
  rank: z.number().int(),
  total: z.number(),
  minus: z.number(),
  bonus: z.number(),
  count: z.number().int(),
  grade: z.enum(['pass', 'nearly', 'fail']),
});
export type MonthLine = z.infer<typeof MonthLine>;

export const MonthQuery = z.object({ month: Month, target: TargetKind.default('person') });
export type MonthQuery = z.infer<typeof MonthQuery>;

export const assessmentRoutes = {
  listScores: route({
    name: 'complaints.listScores',
    method: 'GET',
    path: `${SCORES}/scores`,
    summary: 'Scores, newest first',
    admission: permissions.viewScores,
    query: PageQuery.extend({ state: ScoreState.optional(), month: Month.optional() }),
    response: pageOf(Score),
  }),
  keepScore: route({
    name: 'complaints.keepScore',
    method: 'POST',
    path: `${SCORES}/scores`,
    summary: 'Keep a score with its evidence',
    admission: permissions.assess,
    body: ScoreInput,
    response: Score,
    status: 201,
    idempotency: 'required',
    problems: [problems.unknownItem, problems.evidenceMissing, problems.missing],
  }),
  appealScore: route({
    name: 'complaints.appealScore',
    method: 'POST',
    path: `${SCORES}/scores/:id/appeal`,
    summary: 'Appeal against a score',
    admission: permissions.appeal,
    params: IdParams,
    body: z.object({ reason: text(4, 500) }),
    response: Score,
    idempotency: 'optional',
    problems: [problems.appealTooLate, problems.notAppealed],
  }),
  decideAppeal: route({
    name: 'complaints.decideAppeal',
    method: 'POST',
    path: `${SCORES}/scores/:id/decision`,
    summary: 'Say whether a score stands',
    admission: permissions.judge,
    params: IdParams,
    body: z.object({ stands: z.boolean(), reason: text(4, 500) }),
    response: Score,
    idempotency: 'optional',
    problems: [problems.notAppealed, problems.ownScore],
  }),
  showMonth: route({
    name: 'complaints.showMonth',
    method: 'GET',
    path: `${SCORES}/months`,
    summary: 'The table of a month by person, window or department',
    admission: permissions.viewScores,
    query: MonthQuery,
    response: z.object({ month: z.string(), target: TargetKind, lines: z.array(MonthLine) }),
  }),
  exportMonth: route({
    name: 'complaints.exportMonth',
    method: 'GET',
    path: `${SCORES}/months/export`,
    summary: 'The table as a sheet',
    admission: permissions.export,
    query: MonthQuery,
    answers: 'bytes',
  }),
} as const;
