import { z } from 'zod';

import { Id } from '#kernel/http/shapes.ts';

import { Level1, Level2, Sign } from './levels.ts';

/** In place of the name of a measure: the value is recorded by people, with evidence. */
export const MANUAL = 'manual';

/** 三级指标 with its target and weight. */
export const Indicator = z.object({
  id: Id,
  level1: Level1,
  level2: Level2,
  /** What is measured, free. */
  level3: z.string().trim().min(1).max(120),
  sign: Sign,
  /** A decimal; words when the sign is 定性. */
  target: z.string().trim().min(1).max(120),
  unit: z.string().trim().max(20),
  /** Points of a hundred, at most two decimals. */
  weight: z
    .string()
    .trim()
    .regex(/^(?:[1-9]\d?|0)(?:\.\d{1,2})?$/),
  /** Name of a measure that a module declares, or `manual`. */
  measure: z.string().trim().min(1).max(80),
  /** Where the target comes from. */
  basis: z.string().trim().max(300),
});
export type Indicator = z.infer<typeof Indicator>;
