import { z } from 'zod';

import { Day } from '#kernel/http/shapes.ts';

import { Limit, SpecialProcedureKind } from './of-matters.ts';
import { Light, type Stage } from './states.ts';

/** The terms of the edition under which the case was taken in; they stay when the matter changes. */
export const ClockTerms = z.object({
  statutory: Limit,
  promised: Limit,
  /** The longest extension (art. 42): 10 working days, 15 where several authorities handle together. */
  mostExtension: z.number().int(),
  isJoint: z.boolean(),
});
export type ClockTerms = z.infer<typeof ClockTerms>;

/** Time by law not counted (art. 45), both days included; open until it has an end. */
export const SpecialInterval = z.object({
  id: z.string(),
  kind: SpecialProcedureKind,
  from: Day,
  to: Day.nullable(),
});
export type SpecialInterval = z.infer<typeof SpecialInterval>;

/** The dated facts from which every limit follows. Nothing else moves a deadline. */
export const ClockFacts = z.object({
  /** When the papers that count were received: the first set, or the corrected one. */
  receivedOn: Day.nullable(),
  /** After closing time, or on a day without work: what is due on the spot is due the next working day. */
  receivedLate: z.boolean(),
  /** The answer of art. 32: correction told, accepted, refused. */
  answeredOn: Day.nullable(),
  /** Until when the applicant may correct. */
  correctionDueOn: Day.nullable(),
  acceptedOn: Day.nullable(),
  specials: z.array(SpecialInterval),
  extension: z.object({ days: z.number().int(), on: Day }).nullable(),
  decidedOn: Day.nullable(),
  /** Handed over, or ended in another way. */
  endedOn: Day.nullable(),
});
export type ClockFacts = z.infer<typeof ClockFacts>;

export const LimitName = z.enum(['notice', 'promised', 'statutory', 'issue']);
export type LimitName = z.infer<typeof LimitName>;

/** A limit with its last day; it passes at 23:59:59 in Shanghai. */
export const Deadline = z.object({
  name: LimitName,
  startsOn: Day,
  limit: Limit,
  extensionDays: z.number().int(),
  dueOn: Day,
  /** The notice on days off is not published for a year that matters; the day is counted again when it is. */
  provisional: z.boolean(),
  /** When it was met; null while it runs. */
  metOn: Day.nullable(),
  /** Whether it was missed, by today or by the day it was met. */
  isMissed: z.boolean(),
});
export type Deadline = z.infer<typeof Deadline>;

/** Everything that follows from the facts on a day. */
export interface Deadlines {
  readonly stage: Stage;
  readonly light: Light;
  readonly isStopped: boolean;
  readonly limits: readonly Deadline[];
  /** The limit that runs now. */
  readonly current: Deadline | undefined;
  /** Working days to the current due day; 0 on the day itself, negative afterwards. */
  readonly remainingDays: number | undefined;
  readonly missingYears: readonly number[];
}

/** Whether and why each day counts. */
export const ProofDay = z.object({
  day: Day,
  kind: z.enum(['workday', 'make-up', 'weekend', 'holiday', 'excluded']),
  /** Which counted day it is; null when it does not count. */
  ordinal: z.number().int().nullable(),
  holiday: z.object({ 'zh-CN': z.string(), en: z.string() }).nullable(),
  /** Ids of the special procedures that cover it. */
  specialIds: z.array(z.string()),
  provisional: z.boolean(),
});
export type ProofDay = z.infer<typeof ProofDay>;

export const DeadlineProof = z.object({
  today: Day,
  light: Light,
  isStopped: z.boolean(),
  remainingDays: z.number().int().nullable(),
  missingYears: z.array(z.number().int()),
  facts: ClockFacts,
  terms: ClockTerms,
  limits: z.array(Deadline.extend({ days: z.array(ProofDay) })),
});
export type DeadlineProof = z.infer<typeof DeadlineProof>;

/** When the lights change, and other limits that a centre sets for itself. */
export const CaseSettings = z.object({
  /** Yellow when no more than this part of the promise is left. */
  yellowPercent: z.number().int().min(0).max(100),
  /** Yellow at the latest when so many working days are left. */
  yellowLeastDays: z.number().int().min(0).max(10),
  /** Minutes of the day when the hall closes; what comes later counts as of the next working day where something is due on the spot. */
  closingMinute: z.number().int().min(0).max(1440),
  /** Working days that an applicant has to correct, unless the notice says another day. */
  correctionDays: z.number().int().min(1).max(120),
  /** 容缺: the supplement is due so many working days before the promise. */
  supplementBefore: z.number().int().min(0).max(10),
  /** 容缺: at most so many working days. */
  supplementMostDays: z.number().int().min(1).max(60),
  /** 征求意见: working days to answer, unless the request says another day. */
  opinionDays: z.number().int().min(1).max(30),
  /** 保管期限: years that the dossier of what was granted is kept; nought is for ever. */
  retentionGrantedYears: z.number().int().min(0).max(100),
  /** And of what was not. */
  retentionOtherYears: z.number().int().min(0).max(100),
  version: z.number().int().min(0),
});
export type CaseSettings = z.infer<typeof CaseSettings>;

export const DEFAULT_SETTINGS: CaseSettings = {
  yellowPercent: 20,
  yellowLeastDays: 1,
  closingMinute: 17 * 60,
  correctionDays: 20,
  supplementBefore: 2,
  supplementMostDays: 20,
  opinionDays: 5,
  retentionGrantedYears: 30,
  retentionOtherYears: 10,
  version: 0,
};
