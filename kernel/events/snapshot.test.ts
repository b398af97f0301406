import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { getSnapshot, isLater, isVisible, parseSnapshot } from './snapshot.ts';

/** Transactions that begin and end in some order, and the snapshots taken after each step, as a server takes them. */
function snapshotsOf(steps: ReadonlyArray<{ begins: boolean; pick: number }>) {
  const running = new Set<bigint>();
  const ended = new Set<bigint>();
  let next = 10n;
  let completed = 9n;
  return steps.map(({ begins, pick }) => {
    if (begins || running.size === 0) {
      running.add(next);
      next += 1n;
    } else {
      const one = [...running][pick % running.size] ?? 0n;
      running.delete(one);
      ended.add(one);
      completed = one > completed ? one : completed;
    }
    const xmax = completed + 1n;
    const inProgress = [...running].filter((id) => id < xmax);
    const xmin = inProgress.length === 0 ? xmax : inProgress.reduce((a, b) => (a < b ? a : b));
    return {
      snapshot: getSnapshot(`${xmin}:${xmax}:${inProgress.join(',')}`),
      ended: new Set(ended),
    };
  });
}

const histories = fc.array(fc.record({ begins: fc.boolean(), pick: fc.nat(20) }), {
  maxLength: 40,
});

describe('a snapshot', () => {
  it('sees exactly the transactions that had ended', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { snapshot, ended } of snapshotsOf(steps))
          for (let id = 10n; id < 60n; id += 1n)
            expect(isVisible(id, snapshot)).toBe(ended.has(id));
      }),
    );
  });

  it('taken later sees more, or the same', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const taken = snapshotsOf(steps);
        for (const [index, { snapshot, ended }] of taken.entries())
          for (const earlier of taken.slice(0, index)) {
            expect(isLater(earlier.snapshot, snapshot)).toBe(false);
            expect(isLater(snapshot, earlier.snapshot)).toBe(ended.size > earlier.ended.size);
          }
      }),
    );
  });

  it('is read from its text, and nothing else is', () => {
    expect(parseSnapshot('10:13:11,12')).toMatchObject({ xmin: 10n, xmax: 13n });
    for (const text of [
      '',
      '10',
      '10:13',
      '13:10:',
      '10:13:a',
      '10:13:11,',
      `${'9'.repeat(20)}:1:`,
      "1:1:'; --",
    ])
      expect(parseSnapshot(text)).toBeUndefined();
    expect(() => getSnapshot('x')).toThrow('Not a snapshot');
  });
});
