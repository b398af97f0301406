import { z } from 'zod';

import type { SimpleField } from '../form.ts';
import { defineFieldKind, memberText, wrongShape } from './field-kind.ts';

/** What the register of premises gives for a unit that was picked. */
const Pick = z.object({
  unitId: z.uuid(),
  filingNumber: z.string(),
  version: z.number().int(),
  hash: z.string(),
  address: z.string(),
});

/** Premises that are filed already (住所云): unit, number, version and hash of what was filed. Whether they can be used, the server asks the register. */
export const premisesKind = defineFieldKind<Extract<SimpleField, { kind: 'premises' }>>({
  kind: 'premises',
  title: { zh: '备案住所', en: 'Filed premises' },
  create: (common) => ({ ...common, kind: 'premises', role: 'seat', subjects: 'firm' }),
  check: (_field, value) => (Pick.safeParse(value).success ? [] : [wrongShape]),
  toText: (_field, value) => {
    const address = memberText(value, 'address');
    const number = memberText(value, 'filingNumber');
    const pick = Pick.safeParse(value);
    const version = pick.success ? pick.data.version : 0;
    return {
      zh: `${address}（备案 ${number} 第${version}版）`,
      en: `${address} (filed as ${number}, version ${version})`,
    };
  },
  toJsonSchema: () => ({
    type: 'object',
    properties: {
      unitId: { type: 'string', format: 'uuid' },
      filingNumber: { type: 'string' },
      version: { type: 'integer' },
      hash: { type: 'string' },
      address: { type: 'string' },
    },
    required: ['unitId', 'filingNumber', 'version', 'hash', 'address'],
  }),
  empty: () => undefined,
});
