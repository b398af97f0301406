import type { Condition } from '../condition.ts';

type QuestionAtom = Extract<Condition, { question: string }>;

/** How the questions and fields of a member are called in the bundle. */
export interface Renaming {
  readonly question: (atom: QuestionAtom) => Condition;
  readonly field: (key: string) => string;
}

/** The same condition in the words of the bundle. */
export function renameCondition(condition: Condition, names: Renaming): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => renameCondition(part, names)) };
  if ('any' in condition) return { any: condition.any.map((part) => renameCondition(part, names)) };
  if ('not' in condition) return { not: renameCondition(condition.not, names) };
  if ('question' in condition) return names.question(condition);
  return { ...condition, field: names.field(condition.field) };
}

/** Both, where there are both. */
export function both(
  outer: Condition | undefined,
  inner: Condition | undefined,
): Condition | undefined {
  if (outer === undefined || inner === undefined) return outer ?? inner;
  return { all: [outer, inner] };
}
