import { describe, expect, it } from 'vitest';

import { toParameter } from './parameters.ts';

describe('a parameter', () => {
  it.each([
    [null, null],
    [undefined, null],
    ['', ''],
    [1.5, '1.5'],
    [9_007_199_254_740_993n, '9007199254740993'],
    [false, 'false'],
    [new Date('2026-03-02T01:00:00.123Z'), '2026-03-02T01:00:00.123Z'],
    [{ a: ['x'] }, '{"a":["x"]}'],
    [[], '{}'],
    [[1, null, 'NULL'], '{"1",NULL,"NULL"}'],
    [['a,"b\\', ''], String.raw`{"a,\"b\\",""}`],
    [[['a'], ['b']], '{{"a"},{"b"}}'],
    [[{ a: '"' }], String.raw`{"{\"a\":\"\\\"\"}"}`],
    [[Buffer.from([1, 255])], String.raw`{"\\x01ff"}`],
  ])('is sent as text that PostgreSQL reads (%#)', (value, text) => {
    expect(toParameter(value)).toBe(text);
  });

  it('of bytes is sent as these bytes, whatever shows them', () => {
    const bytes = new Uint8Array([9, 1, 2, 9]);
    expect(toParameter(bytes.subarray(1, 3))).toEqual(Buffer.from([1, 2]));
    const buffer = Buffer.from('a');
    expect(toParameter(buffer)).toBe(buffer);
  });
});
