/** Where the time comes from. Everything that needs "now" is given one, so that a test can choose it. */
export interface Clock {
  now(): Date;
}

/** A clock that stands still until it is told to move. */
export interface FixedClock extends Clock {
  /** Moves by `ms` milliseconds; a negative number moves back, as a corrected server clock does. */
  advance(ms: number): void;
  /** Moves to an instant. Throws RangeError when `iso` is not a full ISO 8601 instant. */
  set(iso: string): void;
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock for tests and replays. `iso` carries its offset, e.g. `2026-02-13T17:30:00+08:00`. Throws RangeError otherwise. */
export function fixedClock(iso: string): FixedClock {
  let current = toEpoch(iso);
  return {
    now: () => new Date(current),
    advance(ms) {
      if (!Number.isFinite(ms)) throw new RangeError(`Cannot advance a clock by ${ms} ms`);
      current += ms;
    },
    set(next) {
      current = toEpoch(next);
    },
  };
}

// Without an offset the result would depend on the zone of the process.
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

function toEpoch(iso: string): number {
  const epoch = INSTANT.test(iso) ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(epoch)) throw new RangeError(`Not an ISO instant with an offset: ${iso}`);
  return epoch;
}
