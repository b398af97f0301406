import fc from 'fast-check';
import { expect, it } from 'vitest';

import { roundUp } from './charts.ts';

it('ends an axis a little above what it shows, with quarters that read well', () => {
  expect([0, 3, 5, 15, 50, 80, 110, 1_000].map(roundUp)).toEqual([4, 4, 6, 16, 60, 80, 120, 1_000]);
  fc.assert(
    fc.property(fc.double({ min: 4, max: 1e7, noNaN: true }), (value) => {
      expect(roundUp(value)).toBeGreaterThanOrEqual(value * (1 - 1e-9));
      expect(roundUp(value)).toBeLessThanOrEqual(value * 2.01);
    }),
  );
});
