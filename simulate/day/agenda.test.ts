import fc from 'fast-check';
import { expect, it } from 'vitest';

import { createAgenda } from './agenda.ts';

const SLICE = 5_000;

it('does everything once, in each lane in the order of its time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(200_000), fc.constantFrom('a', 'b', 'c')), { maxLength: 60 }),
      async (planned) => {
        const seen: Array<readonly [number, string]> = [];
        let clock = -1;
        const agenda = createAgenda({
          sliceMs: SLICE,
          moveTo: async (at) => {
            expect(at).toBeGreaterThan(clock);
            clock = at;
          },
        });
        for (const [at, lane] of planned)
          agenda.plan(at, lane, async () => {
            seen.push([at, lane]);
          });
        await agenda.run(Infinity);
        expect(agenda.done).toBe(planned.length);
        for (const lane of ['a', 'b', 'c']) {
          const own = seen.filter(([, name]) => name === lane).map(([at]) => at);
          expect(own).toEqual(own.toSorted((left, right) => left - right));
        }
      },
    ),
  );
});

it('brings what is planned for the present into the next slice, and stops at the given hour', async () => {
  const times: number[] = [];
  let now = 0;
  const agenda = createAgenda({
    sliceMs: SLICE,
    moveTo: async (at) => {
      now = at;
    },
  });
  agenda.plan(0, 'a', async () => {
    agenda.plan(0, 'a', async () => {
      times.push(now);
    });
  });
  agenda.plan(60_000, 'a', async () => {
    times.push(now);
  });
  await agenda.run(60_000);
  expect(times).toEqual([SLICE]);
  await agenda.run(Infinity);
  expect(times).toEqual([SLICE, 60_000]);
});
