import fc from 'fast-check';
import { expect, it } from 'vitest';

import { breakName } from './break-name.ts';

it('leaves a name that fits in one line, and breaks a long one between words', () => {
  expect(breakName('Tax Services Area', 30)).toEqual(['Tax Services Area']);
  expect(breakName('Yangtze River Delta Cross-province Windows', 16.6)).toEqual([
    'Yangtze River Delta',
    'Cross-province Windows',
  ]);
  expect(breakName('长三角“跨省通办”专窗', 16.6)).toEqual(['长三角“跨省通办”专窗']);
});

it('loses no letter of a name, whatever the room', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('税务', 'Tax', '服务区', 'Area', '“跨省”'), { minLength: 1 }),
      fc.integer({ min: 1, max: 40 }),
      (words, room) => {
        const name = words.join(' ');
        expect(breakName(name, room).join(' ').replaceAll(/\s/g, '')).toBe(
          name.replaceAll(/\s/g, ''),
        );
      },
    ),
  );
});
