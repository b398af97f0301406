import type { Condition, Form, ScenarioQuestion } from '../../../contract.ts';

/** Parts of one level, all or any of which hold. */
export interface FlatCondition {
  readonly match: 'all' | 'any';
  readonly parts: readonly Condition[];
}

/** The condition as parts of one level; undefined when it has more of them. */
export function toFlat(condition: Condition): FlatCondition | undefined {
  if ('all' in condition) return toLevel('all', condition.all);
  if ('any' in condition) return toLevel('any', condition.any);
  return isPart(condition) ? { match: 'all', parts: [condition] } : undefined;
}

/** All of all are all: levels of the same kind are one. */
function toLevel(
  match: FlatCondition['match'],
  given: readonly Condition[],
): FlatCondition | undefined {
  const parts = given.flatMap((part) => {
    const inner = isPart(part) ? undefined : toFlat(part);
    return inner?.match === match || inner?.parts.length === 1 ? inner.parts : [part];
  });
  return parts.every(isPart) ? { match, parts } : undefined;
}

function isPart(condition: Condition): boolean {
  if ('not' in condition) return 'question' in condition.not;
  return !('all' in condition || 'any' in condition);
}

/** The condition of parts; nothing when there are none. */
export function fromFlat({ match, parts }: FlatCondition): Condition | undefined {
  const [only] = parts;
  if (parts.length < 2) return only;
  return match === 'all' ? { all: [...parts] } : { any: [...parts] };
}

export interface Nameable {
  readonly questions: readonly ScenarioQuestion[];
  readonly form: Form;
}

/** What a new part begins with: the first option of the first question, else the first field. */
export function startPart({ questions, form }: Nameable): Condition | undefined {
  const [question] = questions;
  const [option] = question?.options ?? [];
  if (question !== undefined && option !== undefined)
    return { question: question.key, chosen: option.key };
  const field = form.sections.flatMap(({ fields }) => fields)[0];
  return field === undefined ? undefined : { field: field.key, filled: true };
}

export type PartKind = 'question' | 'not-question' | 'filled' | 'empty' | 'is' | 'atLeast';

export function kindOfPart(part: Condition): PartKind {
  if ('question' in part) return 'question';
  if ('not' in part) return 'not-question';
  if ('is' in part) return 'is';
  if ('atLeast' in part) return 'atLeast';
  return 'filled' in part && !part.filled ? 'empty' : 'filled';
}

/** The part as another kind, with what it named when that fits. */
export function toPartKind(
  part: Condition,
  kind: PartKind,
  named: Nameable,
): Condition | undefined {
  const start = startPart({ questions: named.questions, form: { sections: [] } });
  const inner = 'not' in part ? part.not : part;
  const question = 'question' in inner ? inner : start;
  const field =
    'field' in inner ? inner.field : named.form.sections.flatMap(({ fields }) => fields)[0]?.key;
  if (kind === 'question') return question;
  if (kind === 'not-question') return question && { not: question };
  if (field === undefined) return undefined;
  switch (kind) {
    case 'filled':
      return { field, filled: true };
    case 'empty':
      return { field, filled: false };
    case 'is':
      return { field, is: '' };
    case 'atLeast':
      return { field, atLeast: 0 };
  }
}
