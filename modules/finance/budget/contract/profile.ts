import { z } from 'zod';

import { YuanAmount } from './line.ts';

/** What is known of one department in one year beyond what every budget must fulfil: contribution rates, where things are booked. Data. */
export const BudgetProfile = z.object({
  unit: z.string(),
  year: z.int(),
  /** Items of pay that contributions are computed from. */
  ratedItems: z.array(z.string()),
  rates: z.array(
    z.object({
      rule: z.string(),
      item: z.string(),
      /** Hundredths of a percent. */
      rate: z.string().regex(/^\d+$/),
      /** Cut to the fen instead of rounded. */
      cut: z.boolean().optional(),
    }),
  ),
  /** Retired staff: their function, their pension item, and the share of the welfare item that is theirs. */
  retired: z.object({
    function: z.string(),
    item: z.string(),
    welfareItem: z.string(),
    share: z.int().positive(),
  }),
  mainFunction: z.string(),
  otherFunctions: z.array(z.string()),
  supportFunction: z.string(),
  goodsItem: z.string(),
  largeProjectYuan: YuanAmount,
  assetThresholdsWan: z.object({ general: z.string(), special: z.string() }),
  disclosesAllProjects: z.boolean(),
});
export type BudgetProfile = z.infer<typeof BudgetProfile>;
