import { expect, test } from 'vitest';

import { isCode } from './find-applicants.ts';

test.each([
  '310117198005061234',
  '91310117MA1J0001XX',
  '13812345678',
  '张小明',
  'Shanghai Yunjian Sample Co Ltd',
])('%s is searched for as a number or a name', (text) => {
  expect(isCode(text)).toBe(false);
});

test('what a scanner types is a code', () => {
  expect(isCode('OWD.UDAwMDE.t1abcd.AAAAAAAAAAAAAAAAAAAAAA ')).toBe(true);
  expect(isCode('https://code.example.gov.cn/s?c=0123456789')).toBe(true);
});
