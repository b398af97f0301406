import { z } from 'zod';

import { Condition } from './condition.ts';
import { Key, Text } from './text.ts';

/** One question whose answer chooses the scenario (情形). */
export const ScenarioQuestion = z.object({
  key: Key,
  text: Text,
  help: Text.optional(),
  kind: z.enum(['single', 'multiple']),
  /** Asked only then; over earlier questions. */
  showIf: Condition.optional(),
  options: z
    .array(z.object({ key: Key, text: Text }))
    .min(2)
    .max(30),
});
export type ScenarioQuestion = z.infer<typeof ScenarioQuestion>;

/** What was answered: the chosen options of each question, one for a single choice. */
export const Answers = z.record(Key, z.array(Key).max(30));
export type Answers = z.infer<typeof Answers>;
