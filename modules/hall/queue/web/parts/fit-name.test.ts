import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fitName } from './fit-name.ts';

test('a short name of a zone stands in one line, a long one in two that are read more easily', () => {
  expect(fitName('税务服务区', 20).lines).toEqual(['税务服务区']);
  const { lines, size } = fitName('Yangtze River Delta Cross-province Windows', 10.5);
  expect(lines).toEqual(['Yangtze River Delta', 'Cross-province Windows']);
  expect(size).toBeGreaterThan(0.8);
  expect(fitName('“办不成事”反映窗口', 12.5).lines).toHaveLength(1);
  const { size: fitted } = fitName('长三角“跨省通办”专窗', 16.5);
  expect(fitted * 11).toBeLessThanOrEqual(16.5);
  expect(fitName('长三角一网通办跨省通办专窗服务区域', 9).lines).toHaveLength(2);
});

test('nothing of a name is lost', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 60 }),
      fc.integer({ min: 5, max: 60 }),
      (name, width) => {
        const { lines, size } = fitName(name, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
        expect(size).toBeLessThanOrEqual(2);
      },
    ),
  );
});
