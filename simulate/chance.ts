import { createChance as createStream } from '#bench/statistics.ts';

/** Chance that is the same for the same seed and name, so that one more visitor changes nobody else's day. */
export interface Chance {
  /** Whether something happens that happens so often, 0 to 1. */
  readonly happens: (share: number) => boolean;
  below(limit: number): number;
  between(least: number, most: number): number;
  /** One of several by its weight. */
  pick<T>(weighted: ReadonlyArray<readonly [value: T, weight: number]>): T;
  /** Times as services take: around the mean, never below a quarter of it, with a long tail. */
  around(mean: number): number;
}

const FINE = 1_000_000;

export function createChance(seed: number, name: string): Chance {
  const draw = createStream(mix(seed, name));
  const share = () => draw(FINE) / FINE;
  return {
    happens: (part) => share() < part,
    below: draw,
    between: (least, most) => least + share() * (most - least),
    pick: (weighted) => {
      const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
      let left = share() * total;
      for (const [value, weight] of weighted) {
        left -= weight;
        if (left < 0) return value;
      }
      const last = weighted.at(-1);
      if (last === undefined) throw new RangeError('There is nothing to pick from');
      return last[0];
    },
    // A gamma distribution of shape 3: three exponential waits.
    around: (mean) => {
      const waits = [share(), share(), share()].map((value) => -Math.log(1 - value));
      return Math.max(mean / 4, (waits.reduce((sum, wait) => sum + wait, 0) / 3) * mean);
    },
  };
}

function mix(seed: number, name: string): number {
  let hash = seed ^ 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
