import { z } from 'zod';

import type { SimpleField } from '../form.ts';
import { defineFieldKind, fault, wrongShape } from './field-kind.ts';

const Ids = z.array(z.uuid());

/** Stored files by id. Whether they exist and belong to the applicant, the server asks the store. */
export const fileKind = defineFieldKind<Extract<SimpleField, { kind: 'file' }>>({
  kind: 'file',
  title: { zh: '文件', en: 'File' },
  create: (common) => ({ ...common, kind: 'file', most: 1 }),
  check: (field, value) => {
    const ids = Ids.safeParse(value);
    if (!ids.success) return [wrongShape];
    if (ids.data.length <= field.most) return [];
    return [fault('too-many', `最多${field.most}个文件`, `At most ${field.most} files`)];
  },
  toText: (_field, value) => {
    const count = Array.isArray(value) ? value.length : 0;
    return { zh: `${count}个文件`, en: `${count} ${count === 1 ? 'file' : 'files'}` };
  },
  toJsonSchema: (field) => ({
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    maxItems: field.most,
  }),
  empty: () => [],
});
