import type { SimpleField } from '../form.ts';
import { defineFieldKind, fault, same } from './field-kind.ts';

type StatementField = Extract<SimpleField, { kind: 'statement' }>;

/** A promise that is agreed to word by word; anything but agreement is none. */
export const statementKind = defineFieldKind<StatementField>({
  kind: 'statement',
  title: { zh: '承诺', en: 'Statement' },
  create: (common) => ({
    ...common,
    kind: 'statement',
    statement: {
      zh: '本人承诺所填内容和所交材料真实、完整。',
      en: 'I declare that what I have filled in and handed in is true and complete.',
    },
  }),
  check: (field, value) =>
    value === true || (value === false && !field.required)
      ? []
      : [fault('not-agreed', '请阅读并同意', 'Please read it and agree')],
  toText: (_field, value) => {
    if (typeof value !== 'boolean') return same('');
    return value ? { zh: '同意', en: 'Agreed' } : { zh: '未同意', en: 'Not agreed' };
  },
  toJsonSchema: (field) => (field.required ? { const: true } : { type: 'boolean' }),
  empty: () => undefined,
});
