/** A maker as routing sees it. */
export interface Candidate {
  readonly id: string;
  readonly quota: number;
  readonly promiseHours: number;
  readonly dailyCapacity: number;
  readonly isActive: boolean;
  readonly givenThisMonth: number;
  readonly givenToday: number;
}

export type NoMaker = 'none-active' | 'all-declined' | 'all-full';

/**
 * Who makes the next set: among those at work, not full today, that did not give it back, the one that is furthest behind its
 * part of the month; then the one that promises to be quicker, then by id so that the answer is always the same.
 */
export function chooseMaker(
  makers: readonly Candidate[],
  declined: readonly string[],
): Candidate | NoMaker {
  const active = makers.filter((maker) => maker.isActive);
  if (active.length === 0) return 'none-active';
  const willing = active.filter((maker) => !declined.includes(maker.id));
  if (willing.length === 0) return 'all-declined';
  const free = willing.filter((maker) => maker.givenToday < maker.dailyCapacity);
  const [first] = free.toSorted(
    (one, other) =>
      behind(other, active) - behind(one, active) ||
      one.promiseHours - other.promiseHours ||
      one.id.localeCompare(other.id),
  );
  return first ?? 'all-full';
}

/** How many sets a maker lacks to its part, once the next one is given to somebody. */
function behind(maker: Candidate, all: readonly Candidate[]): number {
  const quotas = all.reduce((sum, one) => sum + one.quota, 0);
  const given = all.reduce((sum, one) => sum + one.givenThisMonth, 0);
  return ((given + 1) * maker.quota) / quotas - maker.givenThisMonth;
}
