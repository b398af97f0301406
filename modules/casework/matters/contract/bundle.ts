import { z } from 'zod';

import { ServiceObject } from './codes.ts';
import { Condition } from './condition.ts';
import { Form } from './form.ts';
import { Limit } from './item.ts';
import { ScenarioQuestion } from './question.ts';
import { RequiredPaper, Requirements } from './requirements.ts';
import { Key, OfficialText, Text } from './text.ts';

/** 高效办成一件事, and 一业一证 whose members' permits one 行业综合许可证 carries. */
export const BundleKind = z.enum(['one-thing', 'industry-licence']);
export type BundleKind = z.infer<typeof BundleKind>;

/** One matter of a bundle. */
export const BundleMember = z.object({
  key: Key,
  /** 业务办理项编码, 33 characters. */
  itemCode: z.string().regex(/^[0-9A-Z]{31}\d{2}$/u),
  /** Applied for only then; over the questions of the bundle. */
  includeIf: Condition.optional(),
  /** Members that must be granted first; for a serial bundle. */
  after: z.array(Key).max(20),
});
export type BundleMember = z.infer<typeof BundleMember>;

/** A question or a field of the bundle that fills one of a member. */
const CommonField = z.object({
  field: Key,
  fills: z
    .array(z.object({ member: Key, field: Key }))
    .min(1)
    .max(20),
});
const CommonQuestion = z.object({
  question: Key,
  fills: z
    .array(
      z.object({
        member: Key,
        question: Key,
        /** The member's option for each option of the bundle's question; without one, no answer. */
        options: z.array(z.object({ from: Key, to: Key })).max(30),
      }),
    )
    .min(1)
    .max(20),
});

/** Several papers of members that one paper stands for (materialMerge). */
const MergedPaper = z.object({
  key: Key,
  name: Text,
  fills: z
    .array(z.object({ member: Key, paper: Key }))
    .min(1)
    .max(60),
  howToFill: Text.optional(),
  blankFileId: z.uuid().optional(),
  sampleFileId: z.uuid().optional(),
});
export type MergedPaper = z.infer<typeof MergedPaper>;

/** Everything that an edition of a bundle says: one guide, one form, one set of papers for several matters. */
export const BundleContent = z.object({
  /** Short code that people type and print. */
  code: z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,30}$/u),
  kind: BundleKind,
  name: Text,
  summary: Text,
  keywords: z.array(z.string().trim().min(1).max(40)).max(40),
  /** 牵头部门. */
  leadDepartmentCode: z.string().max(40),
  leadDepartmentName: z.string().trim().min(1).max(200),
  basis: OfficialText.optional(),
  serviceObjects: z.array(ServiceObject).min(1),
  themes: z.array(Key).max(20),
  mode: z.enum(['parallel', 'serial']),
  members: z.array(BundleMember).min(2).max(20),
  questions: z.array(ScenarioQuestion).max(30),
  /** What is filled in once for all. */
  form: Form,
  commonFields: z.array(CommonField).max(200),
  commonQuestions: z.array(CommonQuestion).max(60),
  materialMerge: z.array(MergedPaper).max(100),
  steps: z.array(z.object({ name: Text, description: Text.optional() })).max(20),
  /** Promised for the whole; without it, the members' own. */
  promised: Limit.optional(),
  visits: z.number().int().min(0).max(9),
  places: z.array(z.object({ siteCode: z.string().max(40), where: Text.optional() })).max(40),
  consultPhone: z.string().max(60),
  /** 行业综合许可证: its 证照类型 and name. */
  compositeLicence: z.object({ licenceKind: z.string().max(40), name: Text }).optional(),
  faq: z.array(z.object({ question: Text, answer: Text })).max(50),
  isDemonstration: z.boolean(),
});
export type BundleContent = z.infer<typeof BundleContent>;

/** A paper of the bundle and the papers of members that it stands for. */
export const BundlePaper = RequiredPaper.extend({
  key: Key,
  name: Text,
  fills: z.array(z.object({ member: Key, paper: Key })),
});
export type BundlePaper = z.infer<typeof BundlePaper>;

/** What one application for a bundle needs. */
export const BundleRequirements = z.object({
  questions: z.array(Key),
  unanswered: z.array(Key),
  members: z.array(
    z.object({
      key: Key,
      /** From 0; members of one stage run at once. */
      stage: z.number().int(),
      after: z.array(Key),
      answers: z.record(Key, z.array(Key)),
      values: z.record(Key, z.unknown()),
      requirements: Requirements,
    }),
  ),
  papers: z.array(BundlePaper),
  totalFen: z.number().int(),
  promised: Limit.optional(),
});
export type BundleRequirements = z.infer<typeof BundleRequirements>;
