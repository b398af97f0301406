import { pruneAnswers } from '../answers.ts';
import type { Condition } from '../condition.ts';
import type { Field, FormValues } from '../form.ts';
import { holds, listMentioned } from '../holds.ts';
import type { HandlingItem } from '../item.ts';
import type { Answers, ScenarioQuestion } from '../question.ts';
import { pruneValues } from '../visible-fields.ts';

/** One way to answer what matters, with values that tell the conditions apart. */
export interface Scenario {
  readonly answers: Answers;
  readonly values: FormValues;
}

/** More than this are not gone through; a catalogue with such an item is split by its drafters. */
export const MOST_SCENARIOS = 20_000;

/**
 * Every way in which some conditions of an item can turn out: full answers to the questions that they hang on,
 * by way of others too, and values of fields on either side of what they compare with. Undefined when there
 * are more than can be gone through.
 */
export function listScenarios(
  item: HandlingItem,
  conditions: ReadonlyArray<Condition | undefined>,
): Scenario[] | undefined {
  const { questions, fields, all } = closeOver(item, conditions);
  let answersSoFar: Answers[] = [{}];
  for (const question of questions) {
    const choices = choicesOf(question, all);
    answersSoFar = answersSoFar.flatMap((answers) =>
      question.showIf === undefined || holds(question.showIf, answers, {})
        ? choices.map((chosen) => ({ ...answers, [question.key]: chosen }))
        : [answers],
    );
    if (answersSoFar.length > MOST_SCENARIOS) return undefined;
  }
  let scenarios = answersSoFar.map((answers): Scenario => ({ answers, values: {} }));
  for (const field of fields) {
    const candidates = candidatesOf(field, all);
    if (scenarios.length * candidates.length > MOST_SCENARIOS) return undefined;
    scenarios = scenarios.flatMap(({ answers, values }) =>
      candidates.map((value) => ({ answers, values: { ...values, [field.key]: value } })),
    );
  }
  return scenarios.map(({ answers, values }) => {
    const pruned = pruneAnswers(item.questions, answers);
    return { answers: pruned, values: pruneValues(item.form, pruned, values) };
  });
}

/** The questions and fields that the conditions hang on, and every condition that tells their values apart. */
function closeOver(item: HandlingItem, given: ReadonlyArray<Condition | undefined>) {
  const questions = new Set<string>();
  const fields = new Set<string>();
  const all: Condition[] = [];
  const open = [...given];
  while (open.length > 0) {
    const condition = open.pop();
    if (condition === undefined) continue;
    all.push(condition);
    const mentioned = listMentioned(condition);
    for (const { question } of mentioned.questions) {
      if (questions.has(question)) continue;
      questions.add(question);
      open.push(item.questions.find(({ key }) => key === question)?.showIf);
    }
    for (const name of mentioned.fields) {
      if (fields.has(name)) continue;
      fields.add(name);
      const section = item.form.sections.find((one) => one.fields.some(({ key }) => key === name));
      open.push(section?.showIf, section?.fields.find(({ key }) => key === name)?.showIf);
    }
  }
  return {
    all,
    questions: item.questions.filter(({ key }) => questions.has(key)),
    fields: item.form.sections
      .flatMap((section) => section.fields)
      .filter(({ key }) => fields.has(key)),
  };
}

/** Options that no condition looks at are alike: one stands for all of them. */
function choicesOf(question: ScenarioQuestion, conditions: readonly Condition[]): string[][] {
  const looked = new Set(
    conditions
      .flatMap((condition) => listMentioned(condition).questions)
      .filter((part) => part.question === question.key)
      .map((part) => part.chosen),
  );
  const telling = question.options.map(({ key }) => key).filter((key) => looked.has(key));
  const other = question.options.map(({ key }) => key).find((key) => !looked.has(key));
  const others = other === undefined ? [] : [[other]];
  if (question.kind === 'single') return [...telling.map((key) => [key]), ...others];
  return [...subsetsOf(telling.slice(0, 10)), ...others].filter((chosen) => chosen.length > 0);
}

function subsetsOf(keys: readonly string[]): string[][] {
  const [key, ...others] = keys;
  if (key === undefined) return [[]];
  return subsetsOf(others).flatMap((subset) => [subset, [key, ...subset]]);
}

/** Nothing, something, and values on either side of each comparison. */
function candidatesOf(field: Field, conditions: readonly Condition[]): unknown[] {
  const compared = conditions.flatMap((condition) => comparisonsWith(field.key, condition));
  if (field.kind === 'number' || field.kind === 'money')
    return [undefined, ...new Set(compared.flatMap((value) => [Number(value) - 1, value]))];
  if (field.kind === 'yes-no') return [undefined, true, false];
  if (field.kind === 'choice')
    return [undefined, ...field.options.map(({ key }) => (field.many ? [key] : key))];
  return [undefined, ...new Set(compared), 'filled'];
}

function comparisonsWith(field: string, condition: Condition): Array<string | number | boolean> {
  if ('all' in condition) return condition.all.flatMap((part) => comparisonsWith(field, part));
  if ('any' in condition) return condition.any.flatMap((part) => comparisonsWith(field, part));
  if ('not' in condition) return comparisonsWith(field, condition.not);
  if ('question' in condition || condition.field !== field) return [];
  if ('is' in condition) return [condition.is];
  if ('atLeast' in condition) return [condition.atLeast];
  return [0];
}
