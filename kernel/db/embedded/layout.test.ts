import { expect, test } from 'vitest';

import { fitsSocketPath } from './layout.ts';

// 107 bytes less '/.s.PGSQL.5432'.
const ROOM = 93;

test('a socket address holds 107 bytes, not characters', () => {
  expect(fitsSocketPath(`/${'a'.repeat(ROOM - 1)}`)).toBe(true);
  expect(fitsSocketPath(`/${'a'.repeat(ROOM)}`)).toBe(false);
  expect(fitsSocketPath(`/${'窗'.repeat(31)}`)).toBe(false);
});
