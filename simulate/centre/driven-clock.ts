import type { Clock } from '#kernel/clock/clock.ts';

/** A clock that shows what the simulation says: it stands still between two of its words. */
export interface DrivenClock extends Clock {
  /** Milliseconds since 1970. An earlier moment than the present one is refused: a day runs forward. */
  moveTo(epochMs: number): void;
}

export function createDrivenClock(epochMs: number): DrivenClock {
  let current = epochMs;
  return {
    now: () => new Date(current),
    moveTo: (next) => {
      if (!Number.isFinite(next) || next < current)
        throw new RangeError(`The simulated time ${next} lies before ${current}`);
      current = next;
    },
  };
}
