import type { Language } from '#web/kit/language.tsx';
import { sayIn, type Say } from '#web/kit/words.ts';

import type { Condition, Form, ScenarioQuestion } from '../../contract.ts';
import { messages } from './messages.ts';
import { toWords } from './use-text.ts';

/** What a condition can name. */
export interface Nameable {
  readonly questions: readonly ScenarioQuestion[];
  readonly form: Form;
}

type T = Say<(typeof messages)['zh-CN']>;

/** A condition as a sentence; what it names and is not there stands as its key. */
export function sayCondition(condition: Condition, named: Nameable, language: Language): string {
  const t = sayIn(messages, language);
  const say = (part: Condition): string => sayCondition(part, named, language);
  if ('all' in condition) return condition.all.map(say).join(t('and'));
  if ('any' in condition) return condition.any.map(say).join(t('or'));
  if ('not' in condition) return sayNot(condition.not, named, t, say);
  if ('question' in condition) return t('chosen', namesOf(condition, named, language));
  const field = fieldName(condition.field, named, language);
  if ('filled' in condition) return t(condition.filled ? 'filled' : 'notFilled', { field });
  if ('atLeast' in condition) return t('atLeast', { field, value: condition.atLeast });
  return t('is', { field, value: valueName(condition.field, condition.is, named, language) });
}

function sayNot(part: Condition, named: Nameable, t: T, say: (part: Condition) => string): string {
  if ('question' in part) return t('notChosen', namesOf(part, named, t.language));
  return t('not', { what: say(part) });
}

function namesOf(
  condition: { readonly question: string; readonly chosen: string },
  { questions }: Nameable,
  language: Language,
) {
  const question = questions.find(({ key }) => key === condition.question);
  const option = question?.options.find(({ key }) => key === condition.chosen);
  return {
    question: question === undefined ? condition.question : toWords(question.text, language),
    option: option === undefined ? condition.chosen : toWords(option.text, language),
  };
}

const findField = (key: string, { form }: Nameable) =>
  form.sections.flatMap(({ fields }) => fields).find((field) => field.key === key);

function fieldName(key: string, named: Nameable, language: Language): string {
  const field = findField(key, named);
  return field === undefined ? key : toWords(field.label, language);
}

function valueName(
  key: string,
  value: string | number | boolean,
  named: Nameable,
  language: Language,
): string {
  const field = findField(key, named);
  if (field?.kind !== 'choice') return String(value);
  const option = field.options.find((one) => one.key === value);
  return option === undefined ? String(value) : toWords(option.text, language);
}
