import { z } from 'zod';

/** The rules of a 实施清单; the first seven are those that catalogue checkers know. */
export const ContentRule = z.enum([
  'promise-over-law',
  'project-type',
  'result-type',
  'visits',
  'fee-without-basis',
  'catch-all',
  'new-edition',
  'code',
  'key',
  'condition',
  'orphan-question',
  'unreachable-paper',
  'unreachable-field',
  'no-papers',
  'commitment',
  'tolerance',
  'pattern',
  'bundle',
]);
export type ContentRule = z.infer<typeof ContentRule>;

/** What is not right with an edition: the rule, the place (`items.new.papers.plan`) and a sentence in both languages. */
export const Finding = z.object({
  rule: ContentRule,
  place: z.string(),
  /** An error refuses publication; a warning is for the drafter to weigh. */
  weight: z.enum(['error', 'warning']),
  sentence: z.object({ 'zh-CN': z.string(), en: z.string() }),
});
export type Finding = z.infer<typeof Finding>;
