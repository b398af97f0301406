import { z } from 'zod';

import { Day, Id } from '#kernel/http/shapes.ts';

import { Answers, FormValues, Key, SpecialProcedureKind } from './of-matters.ts';
import { DeliveryWish, PaperSource } from './shapes.ts';

const note = (longest: number) => z.string().trim().max(longest);
const said = (longest: number) => note(longest).min(2);

/** Every act on a case carries the version that the actor saw. */
export const Versioned = z.object({ version: z.number().int().min(1) });
export type Versioned = z.infer<typeof Versioned>;

export const Reasoned = Versioned.extend({ reason: said(1_000) });
export type Reasoned = z.infer<typeof Reasoned>;

/** How one paper came in, or that it comes later. */
export const PaperInput = z.object({
  key: Key,
  state: z.enum(['pending', 'accepted', 'deferred', 'unfit', 'missing']).default('pending'),
  source: PaperSource.default('paper'),
  fileIds: z.array(Id).max(50).default([]),
  originals: z.number().int().min(0).max(99).default(0),
  copies: z.number().int().min(0).max(99).default(0),
  /** An electronic licence that stands in for it. */
  licenceId: Id.optional(),
  /** An earlier case of the same applicant whose paper is used again. */
  fromCaseId: Id.optional(),
  note: note(500).default(''),
});
export type PaperInput = z.infer<typeof PaperInput>;

/** Which matter, for whom, with what. */
export const Application = z.object({
  matterId: Id,
  itemKey: Key,
  answers: Answers.default({}),
  form: FormValues.default({}),
  papers: z.array(PaperInput).max(60).default([]),
  delivery: DeliveryWish.default({ way: 'window', recipient: '', phone: '', address: '' }),
});
export type Application = z.infer<typeof Application>;

/** How to accept: with all papers, with 容缺 and the applicant’s promise to supply, or on 告知承诺. */
export const Acceptance = z.object({
  mode: z.enum(['complete', 'tolerant', 'promise']).default('complete'),
  /** 容缺: until when the rest is supplied; the lawful limit unless said. */
  supplementDueOn: Day.optional(),
  /** The promise that the applicant signed, word by word as shown. */
  promised: z.boolean().default(false),
  promiseFileId: Id.optional(),
});
export type Acceptance = z.infer<typeof Acceptance>;

/** 收件: everything of one visit in one call. */
export const Intake = Application.extend({
  partyId: Id,
  /** Who stands at the window for the party. */
  agentId: Id.optional(),
  windowId: Id,
  channel: z.enum(['window', 'kiosk', 'virtual-window']).default('window'),
  ticketId: z.string().max(60).optional(),
  /** Accept at once what is complete. */
  accept: Acceptance.optional(),
  /** 异地代收: the papers are collected at this place, and the owner has yet to receive them. */
  proxy: z.object({ placeName: said(100) }).optional(),
});
export type Intake = z.infer<typeof Intake>;

/** 一件事: one visit, several matters. */
export const BundleIntake = z.object({
  bundleId: Id,
  partyId: Id,
  agentId: Id.optional(),
  windowId: Id,
  ticketId: z.string().max(60).optional(),
  delivery: DeliveryWish.optional(),
  parts: z
    .array(
      Application.omit({ delivery: true }).extend({
        /** Denied, the others cannot be approved. */
        isPrerequisite: z.boolean().default(false),
      }),
    )
    .min(2)
    .max(20),
});
export type BundleIntake = z.infer<typeof BundleIntake>;

/** What the checklist of an application would be, before anything is kept. */
export const Preview = Application.pick({
  matterId: true,
  itemKey: true,
  answers: true,
  form: true,
}).extend({ partyId: Id.optional(), agentId: Id.optional() });
export type Preview = z.infer<typeof Preview>;

/** 暂存: as far as the applicant has come. */
export const DraftInput = Application.extend({
  /** The step of the form to open again. */
  step: z.string().max(50).default(''),
});
export type DraftInput = z.infer<typeof DraftInput>;

export const CheckPapers = Versioned.extend({ papers: z.array(PaperInput).min(1).max(60) });
export type CheckPapers = z.infer<typeof CheckPapers>;

export const TellCorrection = Versioned.extend({
  items: z
    .array(
      z.object({
        paperKey: Key.optional(),
        field: z.string().max(60).optional(),
        defect: said(500),
        howToFix: said(500),
        /** From the second notice on: what of the corrected set brought this about. */
        consequenceOf: said(200).optional(),
      }),
    )
    .min(1)
    .max(60),
  dueOn: Day.optional(),
});
export type TellCorrection = z.infer<typeof TellCorrection>;

/** What was corrected; what is left out stays as it was. */
export const Resubmit = Versioned.extend({
  form: FormValues.optional(),
  papers: z.array(PaperInput).max(60).default([]),
});
export type Resubmit = z.infer<typeof Resubmit>;

export const Accept = Versioned.extend(Acceptance.shape);
export type Accept = z.infer<typeof Accept>;

export const Refuse = Reasoned.extend({
  /** 有权机关: who decides instead. */
  authority: note(200).default(''),
  remedy: note(1_000).default(''),
});
export type Refuse = z.infer<typeof Refuse>;

export const Supplement = Versioned.extend({ papers: z.array(PaperInput).min(1).max(60) });
export type Supplement = z.infer<typeof Supplement>;

/** To one of the staff, by the id of their account. */
export const Assign = Versioned.extend({ handlerId: Id, reason: note(500).default('') });
export type Assign = z.infer<typeof Assign>;

export const StartSpecial = Versioned.extend({
  kind: SpecialProcedureKind,
  from: Day.optional(),
  /** Told to the applicant in writing (art. 45). */
  neededDays: z.number().int().min(1).max(365),
  reason: said(1_000),
});
export type StartSpecial = z.infer<typeof StartSpecial>;

export const EndSpecial = Versioned.extend({
  specialId: Id,
  to: Day.optional(),
  result: said(1_000),
});
export type EndSpecial = z.infer<typeof EndSpecial>;

export const Extend = Reasoned.extend({ days: z.number().int().min(1).max(365) });
export type Extend = z.infer<typeof Extend>;

export const AskOpinion = Versioned.extend({
  departmentId: Id,
  question: said(1_000),
  dueOn: Day.optional(),
});
export type AskOpinion = z.infer<typeof AskOpinion>;

export const GiveOpinion = Versioned.extend({
  opinionId: Id,
  answer: z.enum(['agrees', 'objects', 'no-view']),
  text: said(2_000),
});
export type GiveOpinion = z.infer<typeof GiveOpinion>;

export const InformThirdParties = Versioned.extend({
  informed: z.array(said(100)).min(1).max(50),
  statement: note(2_000).default(''),
});
export type InformThirdParties = z.infer<typeof InformThirdParties>;

export const Examine = Versioned.extend({
  passes: z.boolean(),
  isSiteCheck: z.boolean().default(false),
  opinion: said(2_000),
  fileIds: z.array(Id).max(50).default([]),
});
export type Examine = z.infer<typeof Examine>;

export const Approve = Versioned.extend({
  content: note(2_000).default(''),
  reason: note(2_000).default(''),
  validFrom: Day.optional(),
  /** Without it by the matter: so many months, or without end. */
  validTo: Day.optional(),
});
export type Approve = z.infer<typeof Approve>;

export const Deny = Reasoned.extend({ remedy: said(1_000) });
export type Deny = z.infer<typeof Deny>;

/** On which ground a permit is revoked (art. 69). */
export const Revoke = Deny.extend({
  ground: z
    .enum([
      'abuse-of-office',
      'beyond-powers',
      'procedure',
      'unqualified',
      'other-revocable',
      'fraud',
    ])
    .default('other-revocable'),
});
export type Revoke = z.infer<typeof Revoke>;

export const Issue = Versioned.extend({
  /** What the licence says, by field of its kind. */
  content: z.record(z.string().max(60), z.string().max(500)).default({}),
  /** 新设主体: the subject that the case sets up, as the registry entered it. The licence is its, not the applicant’s. */
  newSubject: z
    .object({
      name: said(100),
      creditCode: z
        .string()
        .trim()
        .length(18, '统一社会信用代码应为18位｜A credit code has 18 characters'),
    })
    .optional(),
});
export type Issue = z.infer<typeof Issue>;

export const Dispatch = Versioned.extend({ trackingNo: said(60) });
export type Dispatch = z.infer<typeof Dispatch>;

export const Deliver = Versioned.extend({
  way: z.enum(['window', 'courier', 'electronic']),
  recipient: said(60),
  /** The signature of whoever collected it. */
  signatureFileId: Id.optional(),
  trackingNo: note(60).default(''),
  /** 3: signed for, by the courier’s own record. */
  trackingState: z.number().int().optional(),
  place: note(100).default(''),
});
export type Deliver = z.infer<typeof Deliver>;

export const Terminate = Reasoned.extend({
  ground: z.enum(['correction-overdue', 'supplement-overdue', 'applicant-gone', 'matter-ended']),
});
export type Terminate = z.infer<typeof Terminate>;

export const Inspect = Versioned.extend({
  result: z.enum(['kept', 'rectify', 'broken']),
  opinion: said(2_000),
  rectifyBy: Day.optional(),
});
export type Inspect = z.infer<typeof Inspect>;

export const SendToOwner = Versioned.extend({ trackingNo: note(60).default('') });
export type SendToOwner = z.infer<typeof SendToOwner>;

export const WriteMessage = z.object({ text: said(1_000) });
export type WriteMessage = z.infer<typeof WriteMessage>;

/** The same act on many cases; each stands alone, and each has its own answer. */
export const Batch = z.object({
  cases: z
    .array(z.object({ id: Id, version: z.number().int().min(1) }))
    .min(1)
    .max(500),
  act: z.discriminatedUnion('name', [
    z.object({ name: z.literal('assign'), input: Assign.omit({ version: true }) }),
    z.object({ name: z.literal('take') }),
    z.object({ name: z.literal('accept'), input: Accept.omit({ version: true }) }),
    z.object({ name: z.literal('examine'), input: Examine.omit({ version: true }) }),
    z.object({ name: z.literal('approve'), input: Approve.omit({ version: true }) }),
    z.object({ name: z.literal('deny'), input: Deny.omit({ version: true }) }),
    z.object({ name: z.literal('archive') }),
  ]),
});
export type Batch = z.infer<typeof Batch>;
