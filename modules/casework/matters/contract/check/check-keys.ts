import type { MatterContent } from '../content.ts';
import type { Finding } from '../finding.ts';
import type { Form } from '../form.ts';
import type { HandlingItem } from '../item.ts';
import { error } from './findings.ts';

/** Keys and codes of one kind that stand twice: editions are compared and cases are read by them. */
export function repeated(
  place: string,
  keys: readonly string[],
  zh: string,
  en: string,
): Finding[] {
  const twice = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...twice].map((key) =>
    error('key', `${place}.${key}`, `${zh}「${key}」重复`, `The ${en} ${key} is there twice`),
  );
}

export function checkFormKeys(place: string, form: Form): Finding[] {
  const fields = form.sections.flatMap((section) => section.fields);
  return [
    ...repeated(
      `${place}.sections`,
      form.sections.map(({ key }) => key),
      '表单部分',
      'section',
    ),
    ...repeated(
      `${place}.fields`,
      fields.map(({ key }) => key),
      '表单字段',
      'field',
    ),
    ...fields.flatMap((field) => [
      ...(field.kind === 'table'
        ? repeated(
            `${place}.fields.${field.key}`,
            field.columns.map(({ key }) => key),
            '表格列',
            'column',
          )
        : []),
      ...(field.kind === 'choice'
        ? repeated(
            `${place}.fields.${field.key}`,
            field.options.map(({ key }) => key),
            '选项',
            'option',
          )
        : []),
      ...(field.kind === 'text' ? checkPattern(`${place}.fields.${field.key}`, field.pattern) : []),
    ]),
  ];
}

function checkPattern(
  place: string,
  pattern: { readonly expression: string } | undefined,
): Finding[] {
  if (pattern === undefined || isExpression(pattern.expression)) return [];
  return [error('pattern', place, '格式表达式无法识别', 'The pattern cannot be read')];
}

function isExpression(text: string): boolean {
  try {
    return new RegExp(text, 'u').source !== '';
  } catch {
    return false;
  }
}

export function checkItemKeys(place: string, item: HandlingItem): Finding[] {
  const keysOf = (parts: ReadonlyArray<{ readonly key: string }>) => parts.map(({ key }) => key);
  return [
    ...repeated(`${place}.papers`, keysOf(item.papers), '材料', 'paper'),
    ...repeated(`${place}.questions`, keysOf(item.questions), '问题', 'question'),
    ...item.questions.flatMap((question) =>
      repeated(`${place}.questions.${question.key}`, keysOf(question.options), '选项', 'option'),
    ),
    ...repeated(`${place}.fees`, keysOf(item.fees), '收费项目', 'fee'),
    ...checkFormKeys(`${place}.form`, item.form),
  ];
}

export function checkContentKeys(content: MatterContent): Finding[] {
  return [
    ...repeated(
      'items',
      content.items.map(({ key }) => key),
      '办理项',
      'item',
    ),
    ...repeated(
      'items',
      content.items.map(({ code }) => code),
      '办理项编码',
      'code of an item',
    ),
  ];
}
