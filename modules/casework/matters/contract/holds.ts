import type { Condition } from './condition.ts';
import type { FormValues } from './form.ts';
import type { Answers } from './question.ts';

/** Whether something was typed or chosen; `false` counts as an answer. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return !(Array.isArray(value) && value.length === 0);
}

/**
 * Whether a condition holds. A function of what is given and of nothing else: what is not answered or
 * not filled in fits no positive condition.
 */
export function holds(condition: Condition, answers: Answers, values: FormValues): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers, values));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers, values));
  if ('not' in condition) return !holds(condition.not, answers, values);
  if ('question' in condition)
    return answers[condition.question]?.includes(condition.chosen) ?? false;
  const value = values[condition.field];
  if ('filled' in condition) return isFilled(value) === condition.filled;
  if ('atLeast' in condition) return typeof value === 'number' && value >= condition.atLeast;
  return Array.isArray(value) ? value.includes(condition.is) : value === condition.is;
}

/** What a condition looks at. */
export interface Mentioned {
  readonly questions: ReadonlyArray<{ readonly question: string; readonly chosen: string }>;
  readonly fields: readonly string[];
}

/** Every question with its option and every field that a condition looks at, in the order of reading. */
export function listMentioned(condition: Condition | undefined): Mentioned {
  if (condition === undefined) return { questions: [], fields: [] };
  if ('all' in condition) return joinMentioned(condition.all);
  if ('any' in condition) return joinMentioned(condition.any);
  if ('not' in condition) return listMentioned(condition.not);
  if ('question' in condition) return { questions: [condition], fields: [] };
  return { questions: [], fields: [condition.field] };
}

function joinMentioned(parts: readonly Condition[]): Mentioned {
  const all = parts.map(listMentioned);
  return {
    questions: all.flatMap((part) => part.questions),
    fields: all.flatMap((part) => part.fields),
  };
}
