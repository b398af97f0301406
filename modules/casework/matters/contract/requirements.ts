import { z } from 'zod';

import { Fee, Limit } from './item.ts';
import { Exemption, Paper } from './paper.ts';
import { Key } from './text.ts';

/** A paper with what the answers make of it. */
export const RequiredPaper = z.object({
  paper: Paper,
  need: z.enum(['required', 'optional', 'exempt']),
  exemptBy: Exemption.optional(),
});
export type RequiredPaper = z.infer<typeof RequiredPaper>;

/** What one application needs: a function of the answers and the form, of nothing else. */
export const Requirements = z.object({
  /** Questions that are asked, in order; answers to others are dropped. */
  questions: z.array(Key),
  unanswered: z.array(Key),
  papers: z.array(RequiredPaper),
  fees: z.array(z.object({ fee: Fee, amountFen: z.number().int() })),
  totalFen: z.number().int(),
  promised: Limit,
  statutory: Limit,
});
export type Requirements = z.infer<typeof Requirements>;
