import type { SimpleField } from '../form.ts';
import { defineFieldKind, fault, type FormFault, wrongShape } from './field-kind.ts';

type ChoiceField = Extract<SimpleField, { kind: 'choice' }>;

/** One option, or several: the key of the option, or a list of keys. */
export const choiceKind = defineFieldKind<ChoiceField>({
  kind: 'choice',
  title: { zh: '选择', en: 'Choice' },
  create: (common) => ({
    ...common,
    kind: 'choice',
    many: false,
    options: [
      { key: 'option-1', text: { zh: '选项一', en: 'Option 1' } },
      { key: 'option-2', text: { zh: '选项二', en: 'Option 2' } },
    ],
  }),
  check: checkChoice,
  toText: (field, value) => {
    const chosen = chosenOf(value);
    const texts = field.options.filter(({ key }) => chosen.includes(key)).map(({ text }) => text);
    return {
      zh: texts.map(({ zh }) => zh).join('、'),
      en: texts.map(({ zh, en }) => en ?? zh).join(', '),
    };
  },
  toJsonSchema: (field) => {
    const one = {
      oneOf: field.options.map(({ key, text }) => ({ const: key, title: text.zh })),
    };
    return field.many ? { type: 'array', items: one, uniqueItems: true } : one;
  },
  empty: (field) => (field.many ? [] : undefined),
});

const chosenOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : [value];

function checkChoice(field: ChoiceField, value: unknown): readonly FormFault[] {
  if (Array.isArray(value) !== field.many) return [wrongShape];
  const known = new Set<unknown>(field.options.map((option) => option.key));
  const chosen = chosenOf(value);
  if (chosen.every((key) => known.has(key)) && new Set(chosen).size === chosen.length) return [];
  return [fault('not-an-option', '请从选项中选择', 'Choose from the options')];
}
