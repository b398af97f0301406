import { describe, expect, it } from 'vitest';

import { findNext } from './nearest.ts';

const at = (id: string, x: number, y: number) => ({ id, x, y });
const spots = [at('a', 2, 5), at('b', 8, 5), at('c', 14, 5), at('d', 2, 15), at('e', 30, 40)];
const next = (from: string, key: string) =>
  findNext(spots, spots.find(({ id }) => id === from) ?? at('', 0, 0), key)?.id;

describe('an arrow key on the plan', () => {
  it('goes to the next window of the row', () => {
    expect(next('a', 'ArrowRight')).toBe('b');
    expect(next('c', 'ArrowLeft')).toBe('b');
  });
  it('goes to the row below and back', () => {
    expect(next('a', 'ArrowDown')).toBe('d');
    expect(next('d', 'ArrowUp')).toBe('a');
  });
  it('stays at the edge, and leaves other keys alone', () => {
    expect(next('a', 'ArrowLeft')).toBeUndefined();
    expect(next('a', 'Enter')).toBeUndefined();
  });
  it('reaches every window from every other', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
    for (const { id } of spots) {
      const seen = new Set([id]);
      for (const one of seen)
        for (const key of keys) {
          const found = next(one, key);
          if (found !== undefined) seen.add(found);
        }
      expect(seen.size).toBe(spots.length);
    }
  });
});
