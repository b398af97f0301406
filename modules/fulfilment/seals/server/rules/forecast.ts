/** Sets that were signed in a month, `YYYY-MM`. */
export interface Month {
  readonly month: string;
  readonly sets: number;
}

export interface Exhaustion {
  readonly perMonth: number;
  /** Null when it lasts beyond the last month, or nothing is used. */
  readonly exhaustedIn: string | null;
}

export const nextMonth = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map((part) => Number.parseInt(part, 10));
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};

const KEPT = 3;

/**
 * In which month a limit of sets is used up, at the pace of the last three whole months (fewer where there are no more). What
 * is already signed of the present month stands; it is not counted as a whole one.
 */
export function forecastExhaustion(asked: {
  readonly left: number;
  readonly past: readonly Month[];
  readonly present: string;
  readonly signedInPresent: number;
  readonly lastMonth: string;
}): Exhaustion {
  const { left, present, signedInPresent, lastMonth } = asked;
  const past = asked.past.filter(({ month }) => month < present).slice(-KEPT);
  const perMonth =
    past.length === 0
      ? signedInPresent
      : past.reduce((sum, { sets }) => sum + sets, 0) / past.length;
  if (left <= 0) return { perMonth, exhaustedIn: present };
  if (perMonth === 0) return { perMonth, exhaustedIn: null };
  let rest = left - Math.max(0, perMonth - signedInPresent);
  for (let month = present; month <= lastMonth; month = nextMonth(month)) {
    if (rest <= 0) return { perMonth, exhaustedIn: month };
    rest -= perMonth;
  }
  return { perMonth, exhaustedIn: null };
}
