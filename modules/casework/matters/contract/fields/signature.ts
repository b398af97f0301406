import { z } from 'zod';

import type { SimpleField } from '../form.ts';
import { defineFieldKind, same, wrongShape } from './field-kind.ts';

const StoredId = z.uuid();

/** A signature as a stored picture, by its id. */
export const signatureKind = defineFieldKind<Extract<SimpleField, { kind: 'signature' }>>({
  kind: 'signature',
  title: { zh: '签名', en: 'Signature' },
  create: (common) => ({ ...common, kind: 'signature' }),
  check: (_field, value) => (StoredId.safeParse(value).success ? [] : [wrongShape]),
  toText: (_field, value) =>
    typeof value === 'string' && value !== '' ? { zh: '已签名', en: 'Signed' } : same(''),
  toJsonSchema: () => ({ type: 'string', format: 'uuid' }),
  empty: () => undefined,
});
