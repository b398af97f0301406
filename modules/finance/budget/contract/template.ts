import { z } from 'zod';

import { YuanAmount } from './line.ts';

export const TABLE_CODES = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9'] as const;
export const TableCode = z.enum(TABLE_CODES);
export type TableCode = z.infer<typeof TableCode>;

const TableTemplate = z.object({
  title: z.string(),
  head: z.array(z.array(z.string())),
  /** Printed under the table when it has no figure. */
  emptyNote: z.string().optional(),
});
export type TableTemplate = z.infer<typeof TableTemplate>;

/** One paragraph of the book, in the order of printing. */
const LayoutItem = z.union([
  z.object({ text: z.string() }),
  z.object({ prose: z.string() }),
  z.object({ sentence: z.string() }),
  z.object({ table: TableCode }),
  z.object({ subjects: z.literal(true) }),
  z.object({ projects: z.literal(true) }),
]);
export type LayoutItem = z.infer<typeof LayoutItem>;

const ChangeWords = z.object({
  up: z.string(),
  down: z.string(),
  same: z.string(),
  none: z.string(),
});

/** How a year and a level of government print a budget: tables, row lists, sentences and constants. Data, never code. */
export const BudgetTemplate = z.object({
  year: z.int(),
  level: z.enum(['department', 'unit']),
  name: z.object({ 'zh-CN': z.string(), en: z.string() }),
  tables: z.record(TableCode, TableTemplate),
  classes: z.array(z.object({ label: z.string(), code: z.string() })),
  revenueTotal: z.string(),
  expenditureTotal: z.string(),
  revenue: z.array(z.string()).length(7),
  fiscalRevenue: z.array(z.string()).length(3),
  total: z.string(),
  economic: z.array(z.object({ code: z.string(), name: z.string() })),
  personnelClasses: z.array(z.string()),
  /** Projects from this amount on are counted as large. */
  largeProjectYuan: YuanAmount,
  assetThresholdsWan: z.object({ general: z.string(), special: z.string() }),
  sentences: z.record(z.string(), z.string()),
  changes: z.object({ base: ChangeWords, plain: ChangeWords, note: ChangeWords }),
  layout: z.array(LayoutItem),
});
export type BudgetTemplate = z.infer<typeof BudgetTemplate>;
