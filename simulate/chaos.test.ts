import fc from 'fast-check';
import { expect, it } from 'vitest';

import { createChance } from './chance.ts';
import { BLOWS, planBlows } from './chaos.ts';

const ARRIVALS = [9 * 3_600_000, 10 * 3_600_000, 15 * 3_600_000];

it('kills as many processes as were asked for, in the order of the day, while people come', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 250 }), fc.nat(1_000), (kills, seed) => {
      const planned = planBlows(kills, ARRIVALS, createChance(seed, 'chaos'));
      expect(planned.reduce((sum, { blow }) => sum + BLOWS[blow], 0)).toBe(kills);
      const times = planned.map(({ at }) => at);
      expect(times).toEqual(times.toSorted((left, right) => left - right));
      expect(times[0]).toBeGreaterThanOrEqual(ARRIVALS[0] ?? 0);
    }),
  );
});

it('plans every kind of blow, the same for the same seed', () => {
  const plan = () => planBlows(60, ARRIVALS, createChance(7, 'chaos'));
  expect(plan()).toEqual(plan());
  expect(new Set(plan().map(({ blow }) => blow))).toEqual(new Set(Object.keys(BLOWS)));
});
