import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Id, IdParams, Instant, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { BadAct, BadState, CallBackResult, Complexity, Finding } from './bad-case.ts';
import { Channel } from './channels.ts';
import { Grade } from './grades.ts';
import { OptionSet, OptionSetInput } from './options.ts';
import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { EvaluationSettings } from './settings.ts';
import { Evaluation, ExclusionGround, PublicRating, Standing } from './shapes.ts';
import { Figures, FiguresQuery, PublicFigures } from './statistics.ts';

const BASE = '/api/v1/evaluation';

export const EvaluationFilter = z.object({
  grade: Grade.optional(),
  channel: Channel.optional(),
  standing: Standing.optional(),
  departmentId: Id.optional(),
  windowId: Id.optional(),
  personId: Id.optional(),
  onlyBad: z.stringbool().optional(),
  from: Day.optional(),
  to: Day.optional(),
});
export type EvaluationFilter = z.infer<typeof EvaluationFilter>;

/** 邀请: the clerk ends a service at a window and asks for a rating; one invitation for each visit or case. */
export const InviteInput = z.object({
  windowId: Id,
  ticketNo: z.string().trim().max(20).default(''),
  caseNo: z.string().trim().max(40).default(''),
});
export type InviteInput = z.infer<typeof InviteInput>;

const Version = { version: z.number().int().min(1) };
const words = (least: number) => z.string().trim().min(least).max(500);

export const BadCaseSummary = z.object({
  id: Id,
  number: z.string(),
  state: BadState,
  grade: Grade,
  ratedAt: Instant,
  departmentId: Id.nullable(),
  departmentZh: z.string(),
  departmentEn: z.string(),
  windowNumber: z.number().int().nullable(),
  matterZh: z.string(),
  isNamed: z.boolean(),
  dueOn: Day.nullable(),
  isOverdue: z.boolean(),
  wasContactLate: z.boolean(),
});
export type BadCaseSummary = z.infer<typeof BadCaseSummary>;

export const BadCaseStep = z.object({
  act: BadAct,
  at: Instant,
  by: z.string(),
  to: BadState,
  note: z.string(),
});

export const BadCase = BadCaseSummary.extend({
  evaluation: Evaluation,
  finding: Finding.nullable(),
  complexity: Complexity.nullable(),
  contactDueOn: Day.nullable(),
  rectifyDueOn: Day.nullable(),
  callBackDueOn: Day.nullable(),
  appealUntil: Day.nullable(),
  wasReopened: z.boolean(),
  measures: z.string(),
  reply: z.string(),
  repliedAt: Instant.nullable(),
  callBack: CallBackResult.nullable(),
  steps: z.array(BadCaseStep),
  /** What the reader may do now. */
  mayDo: z.array(BadAct),
  mayReveal: z.boolean(),
  version: z.number().int(),
});
export type BadCase = z.infer<typeof BadCase>;

export const BadList = z.enum(['open', 'overdue', 'suspect', 'all']);

export const BadFilter = z.object({
  list: BadList.default('open'),
  state: BadState.optional(),
  departmentId: Id.optional(),
});
export type BadFilter = z.infer<typeof BadFilter>;

/** The body of each act of the loop, beside the version that the editor saw. */
export const badBodies = {
  assign: z.object({ ...Version, departmentId: Id, note: words(0).default('') }),
  contact: z.object({ ...Version, note: words(2) }),
  verify: z.object({
    ...Version,
    finding: Finding,
    complexity: Complexity.default('simple'),
    note: words(2),
  }),
  rectify: z.object({ ...Version, measures: words(4) }),
  answer: z.object({ ...Version, reply: words(6) }),
  'call-back': z.object({ ...Version, result: CallBackResult, note: words(0).default('') }),
  reopen: z.object({ ...Version, note: words(2) }),
  close: z.object({ ...Version, note: words(0).default('') }),
  appeal: z.object({ ...Version, note: words(4) }),
  uphold: z.object({ ...Version, note: words(4) }),
  exclude: z.object({ ...Version, ground: ExclusionGround, note: words(4) }),
} as const;

const duties = {
  assign: permissions.assign,
  contact: permissions.handle,
  verify: permissions.handle,
  rectify: permissions.handle,
  answer: permissions.handle,
  'call-back': permissions.callBack,
  reopen: permissions.callBack,
  close: permissions.callBack,
  appeal: permissions.handle,
  uphold: permissions.review,
  exclude: permissions.review,
} as const;

type ActName = keyof typeof badBodies;

const acting = <A extends ActName>(act: A, name: string, path: string, summary: string) =>
  route({
    name: `evaluation.${name}`,
    method: 'POST',
    path: `${BASE}/bad-ratings/:id/${path}`,
    summary,
    admission: duties[act],
    params: IdParams,
    body: badBodies[act],
    response: BadCase,
    idempotency: 'optional',
    problems: [
      problems.notLawful,
      problems.sameUnit,
      problems.ratedPerson,
      problems.handledBefore,
      problems.replyMissing,
      problems.personalInReply,
      problems.reopenedOnce,
      problems.raterUnhappy,
      problems.raterContent,
      problems.appealTooLate,
      problems.appealedOnce,
    ],
  });

export const badRoutes = {
  listBad: route({
    name: 'evaluation.listBad',
    method: 'GET',
    path: `${BASE}/bad-ratings`,
    summary: 'Bad ratings and where their mending stands, the nearest limit first',
    admission: permissions.view,
    query: PageQuery.extend(BadFilter.shape),
    response: pageOf(BadCaseSummary),
  }),
  getBad: route({
    name: 'evaluation.getBad',
    method: 'GET',
    path: `${BASE}/bad-ratings/:id`,
    summary: 'One bad rating with every step',
    admission: permissions.view,
    params: IdParams,
    response: BadCase,
  }),
  revealRater: route({
    name: 'evaluation.revealRater',
    method: 'POST',
    path: `${BASE}/bad-ratings/:id/rater`,
    summary: 'Name and number of a named rater; recorded, and never for who was rated',
    admission: permissions.reveal,
    params: IdParams,
    response: z.object({ name: z.string(), mobile: z.string() }),
    problems: [problems.ratedPerson],
  }),
  assign: acting('assign', 'assignBad', 'assignment', 'Assign to the unit that handles it'),
  contact: acting('contact', 'contactRater', 'contact', 'Record the contact with the rater'),
  verify: acting('verify', 'verifyBad', 'finding', 'Record what was found'),
  rectify: acting('rectify', 'rectifyBad', 'rectification', 'Record what was mended'),
  answer: acting('answer', 'answerBad', 'answer', 'Answer the rater; published'),
  'call-back': acting('call-back', 'callBackRater', 'call-back', 'Record the call-back'),
  reopen: acting('reopen', 'reopenBad', 'reopening', 'Mend once more'),
  close: acting('close', 'closeBad', 'closure', 'Close'),
  appeal: acting('appeal', 'appealBad', 'appeal', 'Appeal against the rating'),
  uphold: acting('uphold', 'upholdBad', 'upholding', 'Uphold the rating after a review'),
  exclude: acting('exclude', 'excludeBad', 'exclusion', 'Exclude the rating after a review'),
} as const;

export const staffRoutes = {
  invite: route({
    name: 'evaluation.invite',
    method: 'POST',
    path: `${BASE}/invitations`,
    summary: 'Ask for a rating of the service that just ended at a window',
    admission: permissions.invite,
    body: InviteInput,
    response: z.object({
      serviceId: Id,
      /** The page of this rating, for a QR code or a message. */
      link: z.string(),
      isRated: z.boolean(),
    }),
    status: 201,
    idempotency: 'required',
    problems: [problems.nobodyAtWindow],
  }),
  listEvaluations: route({
    name: 'evaluation.listEvaluations',
    method: 'GET',
    path: `${BASE}/evaluations`,
    summary: 'Ratings, newest first',
    admission: permissions.view,
    query: PageQuery.extend(EvaluationFilter.shape),
    response: pageOf(Evaluation),
  }),
  judge: route({
    name: 'evaluation.judge',
    method: 'POST',
    path: `${BASE}/evaluations/:id/judgement`,
    summary: 'Say of a suspect rating whether it counts',
    admission: permissions.review,
    params: IdParams,
    body: z.object({ counts: z.boolean(), ground: ExclusionGround.optional(), reason: words(4) }),
    response: Evaluation,
    idempotency: 'optional',
    problems: [problems.notSuspect, problems.sameUnit],
  }),
  showFigures: route({
    name: 'evaluation.showFigures',
    method: 'GET',
    path: `${BASE}/figures`,
    summary: 'Rates and counts of a period by department, window, person, matter, channel or time',
    admission: permissions.view,
    query: FiguresQuery,
    response: Figures,
  }),
  exportFigures: route({
    name: 'evaluation.exportFigures',
    method: 'GET',
    path: `${BASE}/figures/export`,
    summary: 'The same as a workbook (xlsx)',
    admission: permissions.export,
    query: FiguresQuery,
    answers: 'bytes',
  }),
  listOptionSets: route({
    name: 'evaluation.listOptionSets',
    method: 'GET',
    path: `${BASE}/option-sets`,
    summary: 'Every version of the options, the newest first',
    admission: permissions.view,
    response: z.object({ inForce: z.number().int(), items: z.array(OptionSet) }),
  }),
  issueOptionSet: route({
    name: 'evaluation.issueOptionSet',
    method: 'POST',
    path: `${BASE}/option-sets`,
    summary: 'A new version of the options from a day on; needs the paper that allows it',
    admission: permissions.manageSettings,
    body: OptionSetInput,
    response: OptionSet,
    status: 201,
    idempotency: 'required',
    problems: [problems.optionsWrong, problems.versionInForce],
  }),
  getSettings: route({
    name: 'evaluation.getSettings',
    method: 'GET',
    path: `${BASE}/settings`,
    summary: 'Terms, pad and detection',
    admission: permissions.view,
    response: EvaluationSettings,
  }),
  changeSettings: route({
    name: 'evaluation.changeSettings',
    method: 'PUT',
    path: `${BASE}/settings`,
    summary: 'Change them',
    admission: permissions.manageSettings,
    body: EvaluationSettings,
    response: EvaluationSettings,
    idempotency: 'optional',
  }),
} as const;

export const publicRoutes = {
  showPublicFigures: route({
    name: 'evaluation.showPublicFigures',
    method: 'GET',
    path: '/api/v1/public/evaluation/figures',
    summary: 'Published figures of a month',
    admission: 'public',
    query: z.object({
      month: z
        .string()
        .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u)
        .optional(),
    }),
    response: PublicFigures,
  }),
  listPublicRatings: route({
    name: 'evaluation.listPublicRatings',
    method: 'GET',
    path: '/api/v1/public/evaluation/ratings',
    summary: 'Ratings and their answers, newest first',
    admission: 'public',
    query: PageQuery.pick({ limit: true, cursor: true }).extend({
      onlyBad: z.stringbool().optional(),
    }),
    response: pageOf(PublicRating),
  }),
} as const;
