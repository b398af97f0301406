import { z } from 'zod';

import { ProjectType, ResultType, SpecialProcedureKind } from './codes.ts';
import { Condition } from './condition.ts';
import { Form } from './form.ts';
import { Paper } from './paper.ts';
import { ScenarioQuestion } from './question.ts';
import { Key, OfficialText, Text } from './text.ts';

/** A limit of time. Zero working days is 当场, on the spot. */
export const Limit = z.object({
  count: z.number().int().min(0).max(1_000),
  unit: z.enum(['working-day', 'natural-day', 'month']),
  basis: OfficialText.optional(),
});
export type Limit = z.infer<typeof Limit>;

/** A fee (收费项目); the amount in fen, for one application or for each unit of a number field. */
export const Fee = z.object({
  key: Key,
  name: Text,
  amountFen: z.number().int().min(0),
  /** Times the value of this number field of the form. */
  perField: Key.optional(),
  standard: OfficialText,
  basis: OfficialText,
  when: Condition.optional(),
  reduction: OfficialText.optional(),
});
export type Fee = z.infer<typeof Fee>;

/** 业务办理项: what somebody applies for. */
export const HandlingItem = z.object({
  key: Key,
  /** 33 characters: 实施编码 and two digits. */
  code: z.string().regex(/^[0-9A-Z]{31}\d{2}$/u),
  name: Text,
  kind: z.enum(['new', 'change', 'renew', 'replace', 'cancel', 'record', 'other']),
  projectType: ProjectType,
  /** 法定办结时限. */
  statutory: Limit,
  /** 承诺办结时限. */
  promised: Limit,
  /** Shorter or longer promises for some scenarios; the first that fits counts. */
  promisedWhen: z.array(z.object({ when: Condition, limit: Limit })).max(10),
  /** Extension once, with the approval of the head (art. 42), in the unit of the statutory limit. */
  extensionDays: z.number().int().min(0).max(60),
  /** 受理条件. */
  conditions: z.array(OfficialText).min(1).max(30),
  steps: z.array(z.object({ name: Text, description: Text.optional() })).max(20),
  papers: z.array(Paper).max(60),
  questions: z.array(ScenarioQuestion).max(30),
  form: Form,
  fees: z.array(Fee).max(20),
  result: z.object({
    type: ResultType,
    name: Text,
    /** 证照类型 of the licence that is issued. */
    licenceKind: z.string().max(40).optional(),
    /** None when it does not expire. */
    validMonths: z.number().int().min(1).max(600).optional(),
    sampleFileId: z.uuid().optional(),
    /** 送达方式. */
    delivery: z.array(z.enum(['window', 'courier', 'electronic'])).min(1),
  }),
  specialProcedures: z
    .array(
      z.object({
        kind: SpecialProcedureKind,
        mostDays: z.number().int().min(1).max(365),
        basis: OfficialText,
      }),
    )
    .max(8),
  /** 容缺受理; which papers may lack is said by each paper. */
  tolerance: z.object({ allowed: z.boolean(), supplementDays: z.number().int().min(1).max(20) }),
  /** 告知承诺. */
  commitment: z.object({
    allowed: z.boolean(),
    promise: Text.optional(),
    inspectWithinDays: z.number().int().min(1).max(365),
  }),
  /** 实质核查: how many people examine, and whether the place is looked at (art. 34, 55). */
  examination: z.object({
    people: z.union([z.literal(1), z.literal(2)]),
    siteCheck: z.boolean(),
    informThirdParties: z.boolean(),
  }),
  faq: z.array(z.object({ question: Text, answer: Text })).max(50),
});
export type HandlingItem = z.infer<typeof HandlingItem>;
