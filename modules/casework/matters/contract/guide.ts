import { z } from 'zod';

import { Day, Id } from '#kernel/http/shapes.ts';

import { BundleContent } from './bundle.ts';
import { ApplyMode, ProjectType, ServiceObject, TaskType } from './codes.ts';
import { MatterContent } from './content.ts';
import { SubjectKind } from './edition.ts';
import { Form, FormValues } from './form.ts';
import { HandlingItem, Limit } from './item.ts';
import { Answers, ScenarioQuestion } from './question.ts';
import { Key, Text } from './text.ts';

/** What a list of guides shows of one; all its words come from the edition in force. */
export const GuideSummary = z.object({
  matterId: Id,
  editionId: Id,
  kind: SubjectKind,
  code: z.string(),
  name: Text,
  summary: Text,
  departmentCode: z.string(),
  departmentName: z.string(),
  taskType: TaskType.nullable(),
  serviceObjects: z.array(ServiceObject),
  themes: z.array(Key),
  applyModes: z.array(ApplyMode),
  isDemonstration: z.boolean(),
  items: z.array(z.object({ key: Key, name: Text, projectType: ProjectType, promised: Limit })),
});
export type GuideSummary = z.infer<typeof GuideSummary>;

export const SearchGuidesQuery = z.object({
  /** Chinese, pinyin, initials or common words; without it, all in the order of their code. */
  search: z.string().trim().max(100).optional(),
  kind: SubjectKind.optional(),
  audience: z.enum(['person', 'firm']).optional(),
  theme: Key.optional(),
  departmentCode: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
});
export type SearchGuidesQuery = z.infer<typeof SearchGuidesQuery>;

const Count = z.object({ key: z.string(), name: Text, count: z.number().int() });

/** Guides in the order of how well they fit, and how many fit by theme and by department. */
export const GuideSearch = z.object({
  items: z.array(GuideSummary),
  total: z.number().int(),
  themes: z.array(Count),
  departments: z.array(Count),
});
export type GuideSearch = z.infer<typeof GuideSearch>;

/** The guide of a matter (办事指南): the edition in force, word by word. */
export const Guide = z.object({
  matterId: Id,
  editionId: Id,
  number: z.number().int(),
  validFrom: Day,
  validUntil: Day.nullable(),
  content: MatterContent,
  /** 一件事 that this matter belongs to. */
  bundles: z.array(z.object({ matterId: Id, name: Text })),
});
export type Guide = z.infer<typeof Guide>;

/** What an edition says that was published once, in force or not: what a case that keeps it was taken in under. */
export const PublishedEdition = Guide.pick({
  matterId: true,
  editionId: true,
  number: true,
  content: true,
});
export type PublishedEdition = z.infer<typeof PublishedEdition>;

/** A member of a bundle as its guide shows it. */
export const BundleGuideMember = z.object({
  key: Key,
  matterId: Id,
  editionId: Id,
  matterName: Text,
  departmentCode: z.string(),
  departmentName: z.string(),
  item: HandlingItem,
});
export type BundleGuideMember = z.infer<typeof BundleGuideMember>;

/** The guide of a bundle: its own words, its members, and the questions and the form of all in one. */
export const BundleGuide = z.object({
  matterId: Id,
  editionId: Id,
  number: z.number().int(),
  validFrom: Day,
  validUntil: Day.nullable(),
  content: BundleContent,
  members: z.array(BundleGuideMember),
  questions: z.array(ScenarioQuestion),
  form: Form,
});
export type BundleGuide = z.infer<typeof BundleGuide>;

/** What is asked of a guide: the requirements for these answers. */
export const RequirementsQuestion = z.object({
  itemKey: Key,
  answers: Answers.default({}),
  values: FormValues.default({}),
});
export type RequirementsQuestion = z.infer<typeof RequirementsQuestion>;
