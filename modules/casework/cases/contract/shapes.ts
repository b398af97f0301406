import { z } from 'zod';

import { Day, Id, Instant } from '#kernel/http/shapes.ts';

import { CaseAct } from './acts.ts';
import { Answers, FormValues, Key, ProjectType, SpecialProcedureKind, Text } from './of-matters.ts';
import {
  AcceptMode,
  CaseState,
  Channel,
  Light,
  OutcomeCode,
  PromiseState,
  ProxyStage,
} from './states.ts';

const Words = z.object({ 'zh-CN': z.string(), en: z.string() });

/** 收取方式 and where a paper comes from. */
export const PaperSource = z.enum([
  'paper',
  'upload',
  'licence',
  'earlier-case',
  'data',
  'promise',
]);
export type PaperSource = z.infer<typeof PaperSource>;

/** `pending`: handed in and not looked at; `deferred`: 容缺; `unfit`: to be corrected; `exempt`: 免于提交. */
export const PaperState = z.enum(['missing', 'pending', 'accepted', 'deferred', 'unfit', 'exempt']);
export type PaperState = z.infer<typeof PaperState>;

/** How far a paper can be believed: A issued by an authority, B compared by a window or used before, C sent and still to be compared with the original, D declared on a promise. */
export const Trust = z.enum(['A', 'B', 'C', 'D']);
export type Trust = z.infer<typeof Trust>;

/** One paper of the checklist of a case. */
export const CasePaper = z.object({
  key: Key,
  name: Text,
  need: z.enum(['required', 'optional', 'exempt']),
  isMain: z.boolean(),
  isDeferrable: z.boolean(),
  state: PaperState,
  source: PaperSource.nullable(),
  trust: Trust.nullable(),
  fileIds: z.array(Id),
  originals: z.number().int(),
  copies: z.number().int(),
  licenceId: Id.nullable(),
  fromCaseId: Id.nullable(),
  note: z.string(),
});
export type CasePaper = z.infer<typeof CasePaper>;

export const Person = z.object({ id: z.string(), name: z.string() });
export type Person = z.infer<typeof Person>;

const Place = z.object({ id: Id, code: z.string(), nameZh: z.string(), nameEn: z.string() });

/** Who applies, masked. */
export const Applicant = z.object({
  id: Id,
  partyNo: z.string(),
  kind: z.enum(['person', 'organisation']),
  name: z.string(),
  identifier: z.object({ kind: z.string(), masked: z.string() }).nullable(),
  phone: z.string().nullable(),
  verification: z.enum(['none', 'window', 'real-name']),
  isDemonstration: z.boolean(),
});
export type Applicant = z.infer<typeof Applicant>;

/** What runs now, and when it is due. */
export const CurrentDue = z.object({
  limit: z.enum(['notice', 'promised', 'issue', 'correction']),
  dueOn: Day,
  remainingDays: z.number().int(),
  provisional: z.boolean(),
});
export type CurrentDue = z.infer<typeof CurrentDue>;

/** A case as lists show it; the applicant is masked. */
export const CaseSummary = z.object({
  id: Id,
  /** 办件编号, for exchange. */
  caseNo: z.string(),
  state: CaseState,
  light: Light,
  isStopped: z.boolean(),
  matterId: Id,
  taskCode: z.string(),
  matterName: Text,
  itemKey: Key,
  itemName: Text,
  projectType: ProjectType,
  channel: Channel,
  applicant: Applicant.nullable(),
  department: Place.nullable(),
  windowId: Id.nullable(),
  handler: Person.nullable(),
  acceptMode: AcceptMode.nullable(),
  outcome: OutcomeCode.nullable(),
  parentId: Id.nullable(),
  isJoint: z.boolean(),
  submittedAt: Instant,
  receivedAt: Instant.nullable(),
  acceptedOn: Day.nullable(),
  promisedDueOn: Day.nullable(),
  statutoryDueOn: Day.nullable(),
  due: CurrentDue.nullable(),
  version: z.number().int(),
  updatedAt: Instant,
  updatedByName: z.string(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

/** What one notice asked to be corrected (一次告知). */
export const Correction = z.object({
  noticeNo: z.number().int(),
  toldOn: Day,
  dueOn: Day,
  items: z.array(
    z.object({
      paperKey: Key.nullable(),
      field: z.string().nullable(),
      defect: z.string(),
      howToFix: z.string(),
      /** Only a later notice: what of the corrected set brought it about. */
      consequenceOf: z.string().nullable(),
    }),
  ),
});
export type Correction = z.infer<typeof Correction>;

export const SpecialProcedure = z.object({
  id: Id,
  kind: SpecialProcedureKind,
  from: Day,
  to: Day.nullable(),
  neededDays: z.number().int(),
  reason: z.string(),
  startedByName: z.string(),
  result: z.string(),
});
export type SpecialProcedure = z.infer<typeof SpecialProcedure>;

export const Examination = z.object({
  by: Person,
  at: Instant,
  passes: z.boolean(),
  isSiteCheck: z.boolean(),
  opinion: z.string(),
  fileIds: z.array(Id),
});
export type Examination = z.infer<typeof Examination>;

export const Opinion = z.object({
  id: Id,
  caseId: Id,
  caseNo: z.string(),
  matterName: Text,
  departmentId: Id,
  departmentNameZh: z.string(),
  departmentNameEn: z.string(),
  question: z.string(),
  askedByName: z.string(),
  askedAt: Instant,
  dueOn: Day,
  answer: z.enum(['agrees', 'objects', 'no-view']).nullable(),
  text: z.string(),
  answeredByName: z.string(),
  answeredAt: Instant.nullable(),
});
export type Opinion = z.infer<typeof Opinion>;

export const Decision = z.object({
  approves: z.boolean(),
  on: Day,
  by: Person,
  reason: z.string(),
  remedy: z.string(),
  content: z.string(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
});
export type Decision = z.infer<typeof Decision>;

/** 领取方式 chosen by the applicant. */
export const DeliveryWish = z.object({
  way: z.enum(['window', 'courier', 'electronic']),
  recipient: z.string().trim().max(60).default(''),
  phone: z.string().trim().max(40).default(''),
  address: z.string().trim().max(200).default(''),
});
export type DeliveryWish = z.infer<typeof DeliveryWish>;

/** 送达回证: how it reached the applicant. */
export const DeliveryProof = z.object({
  way: z.enum(['window', 'courier', 'electronic']),
  at: Instant,
  recipient: z.string(),
  signatureFileId: Id.nullable(),
  trackingNo: z.string(),
  place: z.string(),
  byName: z.string(),
});
export type DeliveryProof = z.infer<typeof DeliveryProof>;

/** Something that can be done now; with what stands in its way, when something does. */
export const MayDo = z.object({
  act: CaseAct,
  blocked: z.object({ code: z.string(), reason: Words }).nullable(),
});
export type MayDo = z.infer<typeof MayDo>;

/** Another case that belongs to this one. */
export const RelatedCase = z.object({
  id: Id,
  caseNo: z.string(),
  matterName: Text,
  state: CaseState,
  isPrerequisite: z.boolean(),
});

/** A case with all that whoever handles it needs. */
export const CaseInFull = CaseSummary.extend({
  queryCode: z.string(),
  editionId: Id,
  answers: Answers,
  form: FormValues,
  papers: z.array(CasePaper),
  agentId: Id.nullable(),
  ticketId: z.string().nullable(),
  deliveryWish: DeliveryWish,
  noticeDueOn: Day.nullable(),
  issueDueOn: Day.nullable(),
  correctionDueOn: Day.nullable(),
  supplementDueOn: Day.nullable(),
  corrections: z.array(Correction),
  /** Keys of papers and fields that the last resubmission changed: a later notice may name only their consequences. */
  lastChanged: z.array(z.string()),
  specials: z.array(SpecialProcedure),
  extension: z
    .object({ days: z.number().int(), on: Day, reason: z.string(), byName: z.string() })
    .nullable(),
  examinations: z.array(Examination),
  examinersNeeded: z.number().int(),
  needsSiteCheck: z.boolean(),
  informsThirdParties: z.boolean(),
  thirdPartiesInformedOn: Day.nullable(),
  opinions: z.array(Opinion),
  decision: Decision.nullable(),
  outcomeReason: z.string(),
  remedy: z.string(),
  licenceId: Id.nullable(),
  trackingNo: z.string(),
  delivery: DeliveryProof.nullable(),
  dossierHash: z.string().nullable(),
  promise: z
    .object({ state: PromiseState, inspectBy: Day.nullable(), rectifyBy: Day.nullable() })
    .nullable(),
  proxy: z
    .object({
      stage: ProxyStage,
      collectedAt: Instant,
      placeName: z.string(),
      trackingNo: z.string(),
    })
    .nullable(),
  related: z.array(RelatedCase),
  mayDo: z.array(MayDo),
});
export type CaseInFull = z.infer<typeof CaseInFull>;

/** One step of the history: append-only, and enough to make the case again. */
export const HistoryEntry = z.object({
  seq: z.number().int(),
  at: Instant,
  act: CaseAct,
  fromState: CaseState.nullable(),
  toState: CaseState,
  /** Whose name the applicant does not see is empty for them. */
  byName: z.string(),
  byKind: z.enum(['staff', 'applicant', 'system']),
  /** In words for the applicant; codes and days, never personal. */
  text: Words,
  /** What was written along: a reason, an opinion, a message. */
  note: z.string(),
  clockRuns: z.boolean(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** What came of an act on a case. */
export const ActResult = z.object({
  id: Id,
  caseNo: z.string(),
  state: CaseState,
  version: z.number().int(),
  light: Light,
  due: CurrentDue.nullable(),
});
export type ActResult = z.infer<typeof ActResult>;

/** What the applicant holds in hand after applying. */
export const Receipt = ActResult.extend({
  queryCode: z.string(),
  receivedAt: Instant.nullable(),
  /** The authority answers by then whether it accepts (art. 32). */
  noticeDueOn: Day.nullable(),
  promisedDueOn: Day.nullable(),
  /** Child cases of a bundle. */
  children: z.array(z.object({ id: Id, caseNo: z.string(), matterName: Text })),
});
export type Receipt = z.infer<typeof Receipt>;
