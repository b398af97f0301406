import { describe, expect, it } from 'vitest';

import { median, percentile } from './statistics.ts';
import { keepsGate } from './workload.ts';

describe('figures of a benchmark', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it('are percentiles of the sorted values', () => {
    expect(percentile(hundred, 99)).toBe(99);
    expect(percentile(hundred, 100)).toBe(100);
    expect(median(hundred)).toBe(50);
    expect(percentile([7], 99)).toBe(7);
    expect(percentile([], 50)).toBeNaN();
  });

  it('keep their gate or not', () => {
    const figure = { what: 'x', unit: 'ms', value: 10 };
    expect(keepsGate(figure)).toBe(true);
    expect(keepsGate({ ...figure, gate: { atMost: 10 } })).toBe(true);
    expect(keepsGate({ ...figure, gate: { atMost: 9 } })).toBe(false);
    expect(keepsGate({ ...figure, gate: { atLeast: 11 } })).toBe(false);
    expect(keepsGate({ ...figure, value: Number.NaN, gate: { atLeast: 1 } })).toBe(false);
  });
});
