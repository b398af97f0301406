import { z } from 'zod';

import { Day, Id, Instant } from '#kernel/http/shapes.ts';

import { BudgetFacts } from './facts.ts';
import { Fund, Source, SpendingKind, YuanAmount } from './line.ts';

/** 一上、一下、二上、二下 of the making; 调整 and 调剂 of the year under way. */
export const Stage = z.enum([
  'first-proposal',
  'control',
  'second-proposal',
  'approved',
  'adjustment',
  'transfer',
]);
export type Stage = z.infer<typeof Stage>;

export const stageWords = {
  'first-proposal': { 'zh-CN': '一上', en: 'First proposal' },
  control: { 'zh-CN': '一下', en: 'Control figures' },
  'second-proposal': { 'zh-CN': '二上', en: 'Second proposal' },
  approved: { 'zh-CN': '二下', en: 'Approved' },
  adjustment: { 'zh-CN': '调整', en: 'Adjustment' },
  transfer: { 'zh-CN': '调剂', en: 'Transfer' },
} as const satisfies Record<Stage, { 'zh-CN': string; en: string }>;

export const VersionState = z.enum(['draft', 'submitted', 'approved']);
export type VersionState = z.infer<typeof VersionState>;

/** A line on the wire: its amount is text. */
export const LineShape = z.object({
  key: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/),
  fund: Fund,
  source: Source,
  kind: SpendingKind,
  functionCode: z.string().regex(/^\d{7}$/),
  economicCode: z.string().regex(/^(?:\d{5})?$/),
  governmentCode: z.string().regex(/^(?:\d{5})?$/),
  projectId: z.string().max(32),
  part: z.string().max(120),
  amount: YuanAmount,
  note: z.string().max(300),
});
export type LineShape = z.infer<typeof LineShape>;

export const VersionSummary = z.object({
  id: Id,
  year: z.int(),
  stage: Stage,
  number: z.int(),
  state: VersionState,
  parentId: Id.nullable(),
  total: YuanAmount,
  lines: z.int(),
  /** Number of the approval document and its day. */
  document: z.string().nullable(),
  approvedOn: Day.nullable(),
  /** SM3 of what was submitted; null while it is a draft. */
  hash: z.string().nullable(),
  isPublished: z.boolean(),
  version: z.int(),
  updatedAt: Instant,
});
export type VersionSummary = z.infer<typeof VersionSummary>;

export const ControlFigure = z.object({
  /** `total`, `basic`, `project`, or the id of a project. */
  scope: z.string().min(1).max(32),
  amount: YuanAmount,
});
export type ControlFigure = z.infer<typeof ControlFigure>;

/** What may be chosen for a line: codes of its year and projects, each with its name. */
export const Registers = z.object({
  function: z.array(z.object({ code: z.string(), name: z.string() })),
  economic: z.array(z.object({ code: z.string(), name: z.string() })),
  projects: z.array(z.object({ code: z.string(), name: z.string() })),
});
export type Registers = z.infer<typeof Registers>;

export const BudgetVersion = VersionSummary.extend({
  rows: z.array(LineShape),
  facts: BudgetFacts.nullable(),
  controlFigures: z.array(ControlFigure),
  returnedFor: z.string().nullable(),
});
export type BudgetVersion = z.infer<typeof BudgetVersion>;

/** One line that differs between two versions; null is a line that one of them lacks. */
export const LineDifference = z.object({
  key: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  before: LineShape.nullable(),
  after: LineShape.nullable(),
  /** After less before, in yuan. */
  change: YuanAmount,
});
export type LineDifference = z.infer<typeof LineDifference>;

export const VersionComparison = z.object({
  before: VersionSummary,
  after: VersionSummary,
  differences: z.array(LineDifference),
  change: YuanAmount,
  /** Printed lines that differ. */
  printed: z.array(
    z.object({
      paragraph: z.string(),
      before: z.string(),
      after: z.string(),
      lineKeys: z.array(z.string()),
    }),
  ),
});
export type VersionComparison = z.infer<typeof VersionComparison>;

/** A figure behind a piece of text: how it was computed and from which lines. */
export const PublishedPart = z.object({
  text: z.string(),
  figure: z
    .object({ amount: z.string(), expression: z.string(), lineKeys: z.array(z.string()) })
    .optional(),
});
export type PublishedPart = z.infer<typeof PublishedPart>;

export const PublishedParagraph = z.object({
  kind: z.enum(['text', 'prose', 'sentence', 'title', 'table', 'note', 'heading']),
  key: z.string(),
  lines: z.array(z.array(PublishedPart)),
  /** Rows of the head, when this is a table. */
  headRows: z.int().optional(),
});
export type PublishedParagraph = z.infer<typeof PublishedParagraph>;

export const RenderedBook = z.object({
  title: z.string(),
  unit: z.string(),
  year: z.int(),
  paragraphs: z.array(PublishedParagraph),
});
export type RenderedBook = z.infer<typeof RenderedBook>;

/** The last day for publishing and whether it has passed. */
export const PublicationTimer = z.object({
  approvedOn: Day.nullable(),
  dueOn: Day.nullable(),
  isOverdue: z.boolean(),
});
export type PublicationTimer = z.infer<typeof PublicationTimer>;

export const Publication = z.object({
  id: Id,
  year: z.int(),
  hash: z.string(),
  publishedAt: Instant,
  timer: PublicationTimer,
  book: RenderedBook,
  lines: z.array(LineShape),
  projects: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      amount: YuanAmount,
      /** Paid by now; null where nobody keeps the ledger of the year. */
      paid: YuanAmount.nullable(),
    }),
  ),
  /** Official names of the codes that the lines use. */
  codes: z.object({
    function: z.record(z.string(), z.string()),
    economic: z.record(z.string(), z.string()),
  }),
  /** Figures read back from what is published, and how many of them differ: none. */
  readBack: z.object({ figures: z.int(), differences: z.int() }),
  years: z.array(z.int()),
});
export type Publication = z.infer<typeof Publication>;
