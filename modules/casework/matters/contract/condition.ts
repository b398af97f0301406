import { z } from 'zod';

import { Key } from './text.ts';

const Value = z.union([z.string().max(200), z.number(), z.boolean()]);

/** A condition as data, over the answers to the questions and the values of the form. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** The option is chosen, alone or among others. */
  | { readonly question: string; readonly chosen: string }
  | { readonly field: string; readonly filled: boolean }
  | { readonly field: string; readonly is: string | number | boolean }
  | { readonly field: string; readonly atLeast: number };

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition).min(1).max(20) }),
    z.strictObject({ any: z.array(Condition).min(1).max(20) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ question: Key, chosen: Key }),
    z.strictObject({ field: Key, filled: z.boolean() }),
    z.strictObject({ field: Key, is: Value }),
    z.strictObject({ field: Key, atLeast: z.number() }),
  ]),
);
