import { z } from 'zod';

import { YuanAmount } from './line.ts';

const Paragraph = z.array(z.string());

/** What is printed about a project beside its money. */
export const ProjectProse = z.object({
  id: z.string(),
  title: z.string(),
  overview: z.array(Paragraph),
  basis: z.array(Paragraph),
  implementer: z.array(Paragraph),
  plan: z.array(Paragraph),
  period: z.array(Paragraph),
  /** How the sentence of its budget names it. */
  nameInSentence: z.string(),
  /** What the money is for; null when the sentence lists parts. */
  purpose: z.string().nullable(),
  pointer: z.array(Paragraph),
});
export type ProjectProse = z.infer<typeof ProjectProse>;

/** What a budget book says that does not follow from its lines: last year's totals, reasons, purposes, prose. */
export const BudgetFacts = z.object({
  year: z.int(),
  unit: z.string(),
  /** 行政, 参公 or 事业: decides whether there are 机关运行经费. */
  unitKind: z.enum(['administration', 'managed-as-civil-service', 'institution']),
  budgetUnits: z.int(),
  lastYear: z
    .object({
      total: YuanAmount,
      fiscal: YuanAmount,
      generalPublic: YuanAmount,
      governmentFund: YuanAmount,
      stateCapital: YuanAmount,
    })
    .nullable(),
  lastYearThreePublic: z
    .object({
      abroad: YuanAmount,
      vehiclePurchase: YuanAmount,
      vehicleRunning: YuanAmount,
      reception: YuanAmount,
    })
    .nullable(),
  reason: z.string(),
  /** By functional code, 项. */
  purposes: z.record(z.string(), z.string()),
  procurement: z
    .object({
      goods: YuanAmount,
      works: YuanAmount,
      services: YuanAmount,
      reserved: YuanAmount,
      small: YuanAmount,
    })
    .nullable(),
  prose: z.record(z.string(), Paragraph),
  projects: z.array(ProjectProse),
});
export type BudgetFacts = z.infer<typeof BudgetFacts>;
