import { systemClock } from '#kernel/clock/clock.ts';
import { addDays } from '#kernel/clock/day.ts';
import { localDay } from '#kernel/clock/local-day.ts';

const DAYS = 30;

/** The last thirty days. */
export function useDefaultPeriod(): { readonly from: string; readonly to: string } {
  const to = localDay(systemClock.now());
  return { from: addDays(to, 1 - DAYS), to };
}
