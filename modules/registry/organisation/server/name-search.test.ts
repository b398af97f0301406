import { expect, test } from 'vitest';

import { isFoundBy } from './name-search.ts';

const bureau = ['区人力资源和社会保障局', 'Human Resources and Social Security'];

test.each(['人力资源', 'renli', 'ren li zi yuan', 'rlzy', 'SHBZ', '社会 保障', 'social security'])(
  '%s finds the bureau of human resources',
  (search) => {
    expect(isFoundBy(search, bureau)).toBe(true);
  },
);

test.each(['', ' ', 'r', '公安', 'gonganju', 'rlzyx'])('%j does not', (search) => {
  expect(isFoundBy(search, bureau)).toBe(false);
});

test('a number is found with and without its word', () => {
  expect(isFoundBy('12号', ['12号窗口'])).toBe(true);
  expect(isFoundBy('12', ['12号窗口'])).toBe(true);
  expect(isFoundBy('13号', ['12号窗口'])).toBe(false);
});
