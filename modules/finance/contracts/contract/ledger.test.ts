import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  Bucket,
  type Figures,
  isLawfulMovement,
  limitOf,
  type Movement,
  move,
  MovementKind,
  NOTHING,
  reverse,
  Side,
  sumOfBuckets,
} from './ledger.ts';

const LINES = ['one', 'two', 'three'] as const;

const leg = fc.record({
  lineId: fc.constantFrom(...LINES),
  side: fc.constantFrom(...Side.options),
});

const anyMovement: fc.Arbitrary<Movement> = fc.record({
  kind: fc.constantFrom(...MovementKind.options),
  from: leg,
  to: leg,
  amountFen: fc.bigInt({ min: 1n, max: 1_000_000n }),
  isReversal: fc.boolean(),
});

const lawful = anyMovement.filter(isLawfulMovement);

const empty = (): ReadonlyMap<string, Figures> => new Map(LINES.map((line) => [line, NOTHING]));

/** Does all that can be done of a sequence; what is refused changes nothing. */
function play(movements: readonly Movement[]) {
  let lines = empty();
  const done: Movement[] = [];
  for (const movement of movements) {
    const moved = move(lines, movement);
    if (!moved.ok) continue;
    lines = moved.lines;
    done.push(movement);
  }
  return { lines, done };
}

describe('the ledger', () => {
  test('whatever is done, approved + adjusted is what the five buckets hold, and none is below zero', () => {
    fc.assert(
      fc.property(fc.array(lawful, { maxLength: 80 }), (movements) => {
        for (const figures of play(movements).lines.values()) {
          expect(sumOfBuckets(figures)).toBe(limitOf(figures));
          for (const bucket of Bucket.options)
            expect(figures.buckets[bucket]).toBeGreaterThanOrEqual(0n);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('the legs of all movements sum to nothing: what the lines hold came from outside', () => {
    fc.assert(
      fc.property(fc.array(lawful, { maxLength: 60 }), (movements) => {
        const { lines, done } = play(movements);
        const granted = done.reduce((sum, one) => {
          if (one.from.side === 'grant') return sum + one.amountFen;
          return one.to.side === 'grant' ? sum - one.amountFen : sum;
        }, 0n);
        const held = [...lines.values()].reduce((sum, one) => sum + sumOfBuckets(one), 0n);
        expect(held).toBe(granted);
      }),
    );
  });

  test('undoing everything in the other order leaves every bucket as it was', () => {
    fc.assert(
      fc.property(fc.array(lawful, { maxLength: 60 }), (movements) => {
        const { lines, done } = play(movements);
        let after = lines;
        for (const movement of done.toReversed()) {
          const moved = move(after, reverse(movement));
          expect(moved.ok).toBe(true);
          if (moved.ok) after = moved.lines;
        }
        for (const figures of after.values()) expect(figures).toEqual(NOTHING);
      }),
    );
  });

  test('refuses one fen more than a bucket holds, naming both figures, and takes the last fen', () => {
    const from = { lineId: 'one', side: 'available' } as const;
    const open: Movement = {
      kind: 'opening',
      from: { lineId: 'one', side: 'grant' },
      to: from,
      amountFen: 27_110_000n,
      isReversal: false,
    };
    const { lines } = play([open]);
    const commit = (amountFen: bigint): Movement => ({
      kind: 'commit',
      from,
      to: { lineId: 'one', side: 'committed' },
      amountFen,
      isReversal: false,
    });
    const refused = move(lines, commit(27_110_001n));
    expect(refused).toEqual({
      ok: false,
      shortfall: { ...from, askedFen: 27_110_001n, heldFen: 27_110_000n },
    });
    const done = move(lines, commit(27_110_000n));
    expect(done.ok && done.lines.get('one')?.buckets.available).toBe(0n);
  });

  test('money does not skip a bucket, and only a transfer or a carry-over leaves its line', () => {
    const skipping: Movement = {
      kind: 'pay',
      from: { lineId: 'one', side: 'available' },
      to: { lineId: 'one', side: 'paid' },
      amountFen: 1n,
      isReversal: false,
    };
    expect(() => move(empty(), skipping)).toThrow(RangeError);
    const leaving: Movement = {
      ...skipping,
      from: { lineId: 'one', side: 'due' },
      to: { lineId: 'two', side: 'paid' },
    };
    expect(() => move(empty(), leaving)).toThrow(RangeError);
  });
});
