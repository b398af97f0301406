import { useState } from 'react';

import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';

/** The business day when the page was opened. */
export function useToday(): string {
  const [today] = useState(() => localDay(systemClock.now()));
  return today;
}
