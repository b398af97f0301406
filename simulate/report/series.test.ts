import { expect, it } from 'vitest';

import { toErrors, toQuarters } from './series.ts';

const told = (issued: number, called?: number, forecastMinutes = 0) => ({
  issued,
  called,
  ended: called === undefined ? undefined : called + 5,
  forecastMinutes,
});

it('counts in each quarter who came, who was called and who waits at its end', () => {
  const quarters = toQuarters([told(540, 541), told(541, 560), told(542)]);
  expect(quarters).toMatchObject([
    { from: 540, issued: 3, called: 1, waiting: 2, p50Wait: 1 },
    { from: 555, issued: 0, called: 1, waiting: 1, p90Wait: 19 },
  ]);
  expect(toQuarters([])).toEqual([]);
});

it('puts each forecast where it was off, and the far ones at the ends', () => {
  const bins = toErrors([told(0, 10, 12), told(0, 10, 100), told(0, 60, 0), told(0)], {
    step: 5,
    most: 20,
  });
  expect(bins).toHaveLength(8);
  expect(bins.filter(({ count }) => count > 0).map(({ from }) => from)).toEqual([-20, 0, 15]);
});
