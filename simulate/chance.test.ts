import { expect, it } from 'vitest';

import { createChance } from './chance.ts';

it('is the same for the same seed and name, and another for another name', () => {
  const draw = (name: string) => Array.from({ length: 8 }, createChanceOf(name));
  const createChanceOf = (name: string) => {
    const chance = createChance(7, name);
    return () => chance.below(1_000);
  };
  expect(draw('visit 1')).toEqual(draw('visit 1'));
  expect(draw('visit 1')).not.toEqual(draw('visit 2'));
});

it('picks by weight, and never what weighs nothing', () => {
  const chance = createChance(1, 'weights');
  const picked = Array.from({ length: 2_000 }, () =>
    chance.pick([
      ['often', 3],
      ['seldom', 1],
      ['never', 0],
    ]),
  );
  const often = picked.filter((one) => one === 'often').length;
  expect(often).toBeGreaterThan(1_350);
  expect(often).toBeLessThan(1_650);
  expect(picked).not.toContain('never');
});

it('makes services that last about their mean', () => {
  const chance = createChance(3, 'services');
  const times = Array.from({ length: 4_000 }, () => chance.around(600));
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  expect(mean).toBeGreaterThan(560);
  expect(mean).toBeLessThan(640);
  expect(Math.min(...times)).toBeGreaterThanOrEqual(150);
});
