import type { SimpleField } from '../form.ts';
import { defineFieldKind, fault, type FormFault, same, wrongShape } from './field-kind.ts';

type TextField = Extract<SimpleField, { kind: 'text' }>;

const LONGEST = 2_000;

/** Words, of one line or several. */
export const textKind = defineFieldKind<TextField>({
  kind: 'text',
  title: { zh: '文字', en: 'Text' },
  create: (common) => ({ ...common, kind: 'text' }),
  check: checkWords,
  toText: (_field, value) => same(typeof value === 'string' ? value : ''),
  toJsonSchema: (field) => ({
    type: 'string',
    maxLength: field.longest ?? LONGEST,
    ...(field.shortest === undefined ? {} : { minLength: field.shortest }),
    ...(field.pattern === undefined ? {} : { pattern: anchored(field.pattern.expression) }),
  }),
  empty: () => '',
});

function checkWords(field: TextField, value: unknown): readonly FormFault[] {
  if (typeof value !== 'string') return [wrongShape];
  const length = Array.from(value.trim()).length;
  const longest = field.longest ?? LONGEST;
  if (length > longest)
    return [fault('too-long', `最多${longest}个字`, `At most ${longest} characters`)];
  const shortest = field.shortest ?? 0;
  if (length < shortest)
    return [fault('too-short', `至少${shortest}个字`, `At least ${shortest} characters`)];
  if (field.pattern === undefined || fits(field.pattern.expression, value.trim())) return [];
  const { zh, en } = field.pattern.hint;
  return [fault('pattern', zh, en ?? zh)];
}

const anchored = (expression: string) => `^(?:${expression})$`;

/** An expression that is none fits nothing; the check of the content names it before it is published. */
function fits(expression: string, text: string): boolean {
  try {
    return new RegExp(anchored(expression), 'u').test(text);
  } catch {
    return false;
  }
}
