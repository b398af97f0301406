import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createTopList } from './top-list.ts';

test('keeps the same as sorting all and cutting, whatever comes in whatever order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 20 })),
      fc.integer({ min: 0, max: 30 }),
      (worths, most) => {
        const top = createTopList(most);
        for (const [number, worth] of worths.entries()) top.add(number, worth);
        const sorted = [...worths.entries()].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
        expect(top.numbers).toEqual(sorted.slice(0, most).map(([number]) => number));
      },
    ),
  );
});
