import { parsePhone } from '#kernel/ids/phone.ts';

import type { SimpleField } from '../form.ts';
import { checkText, defineFieldKind, same } from './field-kind.ts';

/** A telephone number of the mainland. */
export const phoneKind = defineFieldKind<Extract<SimpleField, { kind: 'phone' }>>({
  kind: 'phone',
  title: { zh: '电话', en: 'Telephone' },
  create: (common) => ({ ...common, kind: 'phone' }),
  check: (_field, value) => checkText(value, parsePhone),
  toText: (_field, value) => same(typeof value === 'string' ? value : ''),
  toJsonSchema: () => ({ type: 'string', maxLength: 40 }),
  empty: () => '',
});
