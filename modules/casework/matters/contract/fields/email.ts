import { z } from 'zod';

import type { SimpleField } from '../form.ts';
import { defineFieldKind, fault, same } from './field-kind.ts';

const Email = z.email().max(200);

/** An address for mail. */
export const emailKind = defineFieldKind<Extract<SimpleField, { kind: 'email' }>>({
  kind: 'email',
  title: { zh: '电子邮箱', en: 'E-mail' },
  create: (common) => ({ ...common, kind: 'email' }),
  check: (_field, value) =>
    Email.safeParse(value).success
      ? []
      : [fault('not-an-email', '请填写正确的电子邮箱', 'Enter an e-mail address')],
  toText: (_field, value) => same(typeof value === 'string' ? value : ''),
  toJsonSchema: () => ({ type: 'string', format: 'email' }),
  empty: () => '',
});
