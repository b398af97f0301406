import fc from 'fast-check';
import { expect, test } from 'vitest';

import { lightOf } from './light.ts';

const target = { targetMinutes: 15, warnPeople: 30, warnMinutes: 30 };
const light = (waiting: number, forecastMinutes: number) =>
  lightOf({ waiting, forecastMinutes }, target);

test('a line is yellow before it is red, by its wait or by its people', () => {
  expect([light(3, 11), light(3, 12), light(3, 15), light(3, 15.1)]).toEqual([
    'green',
    'yellow',
    'yellow',
    'red',
  ]);
  expect([light(22, 1), light(23, 1), light(30, 1)]).toEqual(['green', 'yellow', 'red']);
});

test('nobody waits for nothing, whatever the forecast for the next one', () => {
  expect(light(0, 90)).toBe('green');
});

test('never gets better when more people wait or the wait grows', () => {
  const order = ['green', 'yellow', 'red'];
  const amount = fc.double({ min: 0, max: 60, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), amount, amount, (waiting, minutes, more) => {
      const before = order.indexOf(light(waiting, minutes));
      expect(order.indexOf(light(waiting + 1, minutes))).toBeGreaterThanOrEqual(before);
      expect(order.indexOf(light(waiting, minutes + more))).toBeGreaterThanOrEqual(before);
    }),
  );
});
