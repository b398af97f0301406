import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { canonicalJson } from '#kernel/crypto/canonical-json.ts';

import { digestOf } from './statement.ts';

describe('the canonical text', () => {
  test('does not depend on the order in which something was put together', () => {
    expect(canonicalJson({ b: 1, a: { d: null, c: ['x', '"'] } })).toBe(
      '{"a":{"c":["x","\\""],"d":null},"b":1}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (record) => {
        const turned = Object.fromEntries(Object.entries(record).toReversed());
        return canonicalJson(record) === canonicalJson(turned);
      }),
    );
  });

  test('is JSON that says the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('the digest of the content', () => {
  const disclosure = {
    salt: 'a-salt',
    holder: { name: '欧阳明慧', identifierKind: '111', identifier: '3101********0013' },
    content: { premises: { 'zh-CN': '演示路1号', en: 'Demonstration Road 1' } },
  };

  test('changes with any word and with the salt, so that nobody can guess the content from it', () => {
    const digest = digestOf(disclosure);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(digestOf({ ...disclosure, salt: 'another' })).not.toBe(digest);
    const other = { premises: { 'zh-CN': '演示路2号', en: 'Demonstration Road 1' } };
    expect(digestOf({ ...disclosure, content: other })).not.toBe(digest);
  });
});
