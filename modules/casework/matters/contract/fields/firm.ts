import { parseUscc } from '#kernel/ids/uscc.ts';

import type { SimpleField } from '../form.ts';
import { checkText, defineFieldKind, fault, memberText, same } from './field-kind.ts';

/** `{ name, creditCode }`: a firm by its 统一社会信用代码. */
export const firmKind = defineFieldKind<Extract<SimpleField, { kind: 'firm' }>>({
  kind: 'firm',
  title: { zh: '法人和其他组织', en: 'Firm' },
  create: (common) => ({ ...common, kind: 'firm' }),
  check: (_field, value) => {
    const { length } = memberText(value, 'name');
    return [
      ...(length === 0 || length > 200
        ? [fault('no-name', '请填写名称', 'Enter the name', 'name')]
        : []),
      ...checkText(memberText(value, 'creditCode'), parseUscc, 'creditCode'),
    ];
  },
  toText: (_field, value) =>
    same(`${memberText(value, 'name')} ${memberText(value, 'creditCode')}`.trim()),
  toJsonSchema: () => ({
    type: 'object',
    properties: {
      name: { type: 'string', minLength: 1, maxLength: 200 },
      creditCode: { type: 'string', minLength: 18, maxLength: 18 },
    },
    required: ['name', 'creditCode'],
  }),
  empty: () => undefined,
});
