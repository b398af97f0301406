import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readFields, writeFields } from './kind-fields.ts';

const word = fc.stringMatching(/^[A-Za-z一-龥]{1,8}$/);

describe('the fields of a kind in one cell', () => {
  test('come back as they were written', () => {
    const field = fc.record({
      key: fc.stringMatching(/^[a-z][A-Za-z0-9]{0,9}$/),
      label: fc.record({ 'zh-CN': word, en: word }),
      isRequired: fc.boolean(),
      isPublic: fc.boolean(),
      isOnOriginal: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(field, { selector: ({ key }) => key }), (fields) => {
        expect(readFields(writeFields(fields))).toEqual(fields);
      }),
    );
  });

  test('are refused when a name is missing, a mark unknown or a key there twice', () => {
    const wrong = ['a::A:r', 'a:甲:A:x', 'a:甲:A:r|a:乙:B:', 'A:甲:A:r', 'a:甲:A:r:more'];
    expect(wrong.filter((cell) => readFields(cell) !== undefined)).toEqual([]);
    expect(readFields('')).toEqual([]);
  });
});
