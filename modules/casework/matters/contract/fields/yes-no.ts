import type { SimpleField } from '../form.ts';
import { defineFieldKind, same, wrongShape } from './field-kind.ts';

/** Yes or no. */
export const yesNoKind = defineFieldKind<Extract<SimpleField, { kind: 'yes-no' }>>({
  kind: 'yes-no',
  title: { zh: '是否', en: 'Yes or no' },
  create: (common) => ({ ...common, kind: 'yes-no' }),
  check: (_field, value) => (typeof value === 'boolean' ? [] : [wrongShape]),
  toText: (_field, value) => {
    if (typeof value !== 'boolean') return same('');
    return value ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' };
  },
  toJsonSchema: () => ({ type: 'boolean' }),
  empty: () => undefined,
});
