import { z } from 'zod';

import { Day, Id, Instant, PageQuery } from '#kernel/http/shapes.ts';

import { BundleContent } from './bundle.ts';
import { TaskType } from './codes.ts';
import { MatterContent } from './content.ts';
import { Finding } from './finding.ts';
import { Text } from './text.ts';

/** A matter, or a bundle of matters: both are drafted, published and kept in editions alike. */
export const SubjectKind = z.enum(['matter', 'bundle']);
export type SubjectKind = z.infer<typeof SubjectKind>;

/** `superseded` is published and past its last day. */
export const EditionState = z.enum(['draft', 'in-review', 'published', 'superseded', 'withdrawn']);
export type EditionState = z.infer<typeof EditionState>;

/** An edition without its content. */
export const EditionSummary = z.object({
  id: Id,
  matterId: Id,
  kind: SubjectKind,
  number: z.number().int(),
  state: EditionState,
  validFrom: Day.nullable(),
  validUntil: Day.nullable(),
  note: z.string(),
  returnedReason: z.string(),
  withdrawnReason: z.string(),
  createdBy: z.string(),
  createdByName: z.string(),
  createdAt: Instant,
  /** Who saved the content last; that person cannot publish it. */
  savedBy: z.string(),
  savedByName: z.string(),
  savedAt: Instant,
  publishedBy: z.string().nullable(),
  publishedByName: z.string().nullable(),
  publishedAt: Instant.nullable(),
  version: z.number().int(),
});
export type EditionSummary = z.infer<typeof EditionSummary>;

/** An edition of a matter, with what is wrong with it. */
export const Edition = EditionSummary.extend({
  content: MatterContent,
  findings: z.array(Finding),
});
export type Edition = z.infer<typeof Edition>;

/** An edition of a bundle, with what is wrong with it. */
export const BundleEdition = EditionSummary.extend({
  content: BundleContent,
  findings: z.array(Finding),
});
export type BundleEdition = z.infer<typeof BundleEdition>;

/** A matter in the list of staff: its newest edition's words, and where its editions stand. */
export const MatterSummary = z.object({
  id: Id,
  kind: SubjectKind,
  /** 实施编码 of a matter, short code of a bundle. */
  code: z.string(),
  catalogCode: z.string(),
  name: Text,
  taskType: TaskType.nullable(),
  departmentCode: z.string(),
  departmentName: z.string(),
  isDemonstration: z.boolean(),
  itemCount: z.number().int(),
  /** The edition that is in force today. */
  current: EditionSummary.nullable(),
  /** The draft that is being worked on or reviewed. */
  draft: EditionSummary.nullable(),
});
export type MatterSummary = z.infer<typeof MatterSummary>;

/** A matter with all its editions, newest first. */
export const Matter = MatterSummary.extend({ editions: z.array(EditionSummary) });
export type Matter = z.infer<typeof Matter>;

export const ListMattersQuery = PageQuery.extend({
  kind: SubjectKind.default('matter'),
  departmentCode: z.string().max(40).optional(),
  taskType: TaskType.optional(),
  /** `published` is in force today or from a later day. */
  state: z.enum(['published', 'draft', 'in-review', 'withdrawn', 'never-published']).optional(),
});
export type ListMattersQuery = z.infer<typeof ListMattersQuery>;

/** One difference between two editions, readable without the rest. */
export const Difference = z.object({
  /** `items.new.papers.plan.name`. */
  path: z.string(),
  /** What the place is called, from the outside in. */
  labels: z.array(z.object({ 'zh-CN': z.string(), en: z.string() })),
  act: z.enum(['added', 'removed', 'changed']),
  before: z.string(),
  after: z.string(),
});
export type Difference = z.infer<typeof Difference>;
