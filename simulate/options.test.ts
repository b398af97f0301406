import { expect, it } from 'vitest';

import { readOptions } from './options.ts';

it('plays the given day as fast as it can unless told', () => {
  expect(readOptions(['--day', '2024-03-19', '--visits', '200'])).toMatchObject({
    day: '2024-03-19',
    visits: 200,
    centres: 1,
    speed: Infinity,
    chaos: false,
  });
  expect(readOptions(['--speed', '60']).speed).toBe(60);
});

it('refuses what is no day and no number', () => {
  expect(() => readOptions(['--day', '2024-02-30'])).toThrow('not a day');
  expect(() => readOptions(['--visits', 'many'])).toThrow('--visits many');
  expect(() => readOptions(['--speed', '0'])).toThrow('--speed 0');
});
