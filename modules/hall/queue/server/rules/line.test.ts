import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { DEFAULT_SETTINGS, Lane } from '../../contract.ts';
import { type LineNow, placeBehind, placeInLine, shareOf, UNIT } from './line.ts';

const lanes = Lane.options;

interface Waiting {
  readonly id: number;
  readonly lane: Lane;
  readonly key: number;
  /** Tickets of the same lane that waited when it was issued. */
  readonly ownAhead: number;
  overtaken: Record<Lane, number>;
}

const nothing = () => Object.fromEntries(lanes.map((lane) => [lane, 0])) as Record<Lane, number>;

/** A line played: each step issues a ticket of a lane, or calls the first. */
function play(
  steps: ReadonlyArray<Lane | 'call'>,
  shares: Readonly<Record<Lane, number>>,
): { readonly called: readonly Waiting[]; readonly waiting: readonly Waiting[] } {
  const last = nothing();
  const waiting: Waiting[] = [];
  const called: Waiting[] = [];
  let id = 0;
  for (const step of steps) {
    if (step === 'call') {
      const next = waiting.shift();
      if (next === undefined) continue;
      called.push(next);
      for (const other of waiting) if (other.id < next.id) other.overtaken[next.lane] += 1;
      continue;
    }
    const line: LineNow = { last, head: waiting[0]?.key ?? null };
    const key = placeInLine(line, step, shares[step]);
    last[step] = key;
    id += 1;
    const ownAhead = waiting.filter((other) => other.lane === step).length;
    waiting.push({ id, lane: step, key, ownAhead, overtaken: nothing() });
    waiting.sort((left, right) => left.key - right.key || left.id - right.id);
  }
  return { called, waiting };
}

const share = fc.integer({ min: 1, max: 10 });
const shares = fc.record({
  normal: fc.constant(1),
  appointment: share,
  priority: share,
  transferred: share,
  green: share,
});
const steps = fc.array(fc.oneof(fc.constant('call' as const), fc.constantFrom(...lanes)), {
  maxLength: 400,
});

describe('a line', () => {
  test('calls each lane in the order of issue', () => {
    fc.assert(
      fc.property(steps, shares, (given, weights) => {
        const { called } = play(given, weights);
        for (const lane of lanes) {
          const ids = called.filter((one) => one.lane === lane).map((one) => one.id);
          expect(ids).toEqual(ids.toSorted((left, right) => left - right));
        }
      }),
    );
  });

  test('lets nobody starve: of each lane no more than its share goes before anybody', () => {
    fc.assert(
      fc.property(steps, shares, (given, weights) => {
        const { called, waiting } = play(given, weights);
        for (const one of [...called, ...waiting]) {
          for (const lane of lanes) {
            const turns = 2 + (one.ownAhead + 1) / weights[one.lane];
            expect(one.overtaken[lane]).toBeLessThanOrEqual(Math.ceil(weights[lane] * turns));
          }
        }
      }),
    );
  });

  test('calls a normal ticket although priority tickets never stop coming', () => {
    const given: Array<Lane | 'call'> = ['normal'];
    for (let round = 0; round < 50; round += 1) given.push('priority', 'call');
    const { called } = play(given, {
      ...nothing(),
      normal: 1,
      priority: DEFAULT_SETTINGS.priorityShare,
    });
    expect(called.findIndex((one) => one.lane === 'normal')).toBeLessThanOrEqual(2);
  });

  test('is first come first served when all are normal', () => {
    const { called } = play(['normal', 'normal', 'call', 'normal', 'call', 'call'], {
      ...nothing(),
      normal: 1,
    });
    expect(called.map((one) => one.id)).toEqual([1, 2, 3]);
  });

  test('puts one that needs help before those who wait', () => {
    const { waiting } = play(['normal', 'normal', 'normal', 'priority'], {
      ...nothing(),
      normal: 1,
      priority: 2,
    });
    expect(waiting[0]?.lane).toBe('priority');
  });

  test('has a whole width for every share', () => {
    for (let given = 1; given <= 10; given += 1) expect(UNIT % given).toBe(0);
    expect(lanes.map((lane) => shareOf(lane, DEFAULT_SETTINGS))).toEqual([1, 2, 2, 2, 10]);
  });

  test('takes a missed ticket back behind the third', () => {
    expect(placeBehind([10, 20, 30, 40], 3)).toBe(31);
    expect(placeBehind([10, 20], 3)).toBe(21);
    expect(placeBehind([10], 0)).toBe(9);
    expect(placeBehind([], 3)).toBe(UNIT - 1);
  });
});
