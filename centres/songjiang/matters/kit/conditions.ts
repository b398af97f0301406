import type { Condition } from './shapes.ts';

export const chosen = (question: string, option: string): Condition => ({
  question,
  chosen: option,
});

/** One of several options of the same question. */
export const chosenAny = (question: string, ...options: readonly string[]): Condition => ({
  any: options.map((option) => chosen(question, option)),
});

export const all = (...conditions: readonly Condition[]): Condition => ({ all: conditions });
export const any = (...conditions: readonly Condition[]): Condition => ({ any: conditions });
export const not = (condition: Condition): Condition => ({ not: condition });
export const fieldIs = (field: string, value: string | boolean): Condition => ({
  field,
  is: value,
});
