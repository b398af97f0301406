import { randomInt } from '../ids/random.ts';

const LONGEST_SECONDS = 3600;

/** A number of attempts and the pause after the first of them, which doubles with each further one. */
export interface Retry {
  readonly attempts: number;
  readonly backoffSeconds: number;
}

/**
 * When to try again after `attempts` failed attempts, or undefined when there were enough. The pause
 * doubles, up to an hour, and is spread by a fifth either way so that what failed together does not
 * return together. `spread` is from 0 to 1.
 */
export function nextAttempt(
  retry: Retry,
  attempts: number,
  now: Date,
  spread: number = randomInt(1001) / 1000,
): Date | undefined {
  if (attempts >= retry.attempts) return undefined;
  const seconds = Math.min(retry.backoffSeconds * 2 ** (attempts - 1), LONGEST_SECONDS);
  return new Date(now.getTime() + seconds * 1000 * (0.8 + 0.4 * spread));
}
