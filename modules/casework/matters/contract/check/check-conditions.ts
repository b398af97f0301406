import type { Condition } from '../condition.ts';
import type { Finding } from '../finding.ts';
import type { Field, Form } from '../form.ts';
import { listMentioned } from '../holds.ts';
import type { HandlingItem } from '../item.ts';
import type { ScenarioQuestion } from '../question.ts';
import { error } from './findings.ts';

/** What a condition may look at where it stands. */
interface Known {
  readonly questions: ReadonlyMap<string, ScenarioQuestion>;
  readonly fields: ReadonlyMap<string, Field>;
}

const toMap = <T extends { readonly key: string }>(parts: readonly T[]): ReadonlyMap<string, T> =>
  new Map(parts.map((part) => [part.key, part]));

/** Conditions that name a question, an option or a field which is not there, or not there yet. */
export function checkConditions(place: string, item: HandlingItem): Finding[] {
  const fields = item.form.sections.flatMap((section) => section.fields);
  const known = { questions: toMap(item.questions), fields: toMap(fields) };
  const at = (name: string, condition: Condition | undefined) =>
    checkCondition(`${place}.${name}`, condition, known);
  return [
    ...checkQuestionConditions(`${place}.questions`, item.questions),
    ...checkFormConditions(`${place}.form`, item.form, item.questions),
    ...item.papers.flatMap((paper) => [
      ...at(`papers.${paper.key}.includeIf`, paper.includeIf),
      ...at(`papers.${paper.key}.exempt`, paper.exempt?.when),
    ]),
    ...item.fees.flatMap((fee) => at(`fees.${fee.key}`, fee.when)),
    ...item.promisedWhen.flatMap(({ when }, index) => at(`promisedWhen.${index}`, when)),
  ];
}

/** A question may only look at questions before it. */
export function checkQuestionConditions(
  place: string,
  questions: readonly ScenarioQuestion[],
): Finding[] {
  return questions.flatMap((question, index) =>
    checkCondition(`${place}.${question.key}.showIf`, question.showIf, {
      questions: toMap(questions.slice(0, index)),
      fields: new Map(),
    }),
  );
}

/** A field may look at all questions and at fields before it. */
export function checkFormConditions(
  place: string,
  form: Form,
  questions: readonly ScenarioQuestion[],
): Finding[] {
  const found: Finding[] = [];
  const before = new Map<string, Field>();
  const known = { questions: toMap(questions), fields: before };
  for (const section of form.sections) {
    found.push(...checkCondition(`${place}.sections.${section.key}`, section.showIf, known));
    for (const field of section.fields) {
      found.push(...checkCondition(`${place}.fields.${field.key}`, field.showIf, known));
      before.set(field.key, field);
    }
  }
  return found;
}

export function checkCondition(
  place: string,
  condition: Condition | undefined,
  known: Known,
): Finding[] {
  const { questions, fields } = listMentioned(condition);
  return [
    ...questions.flatMap(({ question, chosen }) => {
      const options = known.questions.get(question)?.options;
      if (options?.some((option) => option.key === chosen) === true) return [];
      return [
        options === undefined
          ? error(
              'condition',
              place,
              `条件引用的问题「${question}」不存在或排在后面`,
              `The condition looks at the question ${question}, which is not there or comes later`,
            )
          : error(
              'condition',
              place,
              `问题「${question}」没有选项「${chosen}」`,
              `The question ${question} has no option ${chosen}`,
            ),
      ];
    }),
    ...fields
      .filter((field) => !known.fields.has(field))
      .map((field) =>
        error(
          'condition',
          place,
          `条件引用的字段「${field}」不存在或排在后面`,
          `The condition looks at the field ${field}, which is not there or comes later`,
        ),
      ),
  ];
}
