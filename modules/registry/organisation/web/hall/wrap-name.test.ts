import { expect, test } from 'vitest';

import { wrapName } from './wrap-name.ts';

test('a name that fits stands on one line', () => {
  expect(wrapName('企业开办服务区', 20)).toEqual({ lines: ['企业开办服务区'], size: 1.25 });
});

test('an English name breaks between words and keeps every one of them', () => {
  const { lines } = wrapName('Yangtze River Delta Cross-province Windows', 16.6);
  expect(lines).toEqual(['Yangtze River Delta', 'Cross-province Windows']);
});

test('a Chinese name breaks between characters', () => {
  expect(wrapName('长三角跨省通办服务区', 8).lines).toEqual(['长三角跨省通办', '服务区']);
});

test('what has no room for another line says that it goes on', () => {
  expect(wrapName('Spare Parts Store of the Centre', 6, 2).lines.at(-1)).toMatch(/…$/u);
});
