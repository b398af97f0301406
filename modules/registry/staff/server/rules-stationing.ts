import type { Day } from '#kernel/clock/day.ts';

/** A stretch of days, both ends included; open-ended without a last day. */
export interface Period {
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

export interface Stationing extends Period {
  readonly id: string;
  readonly windowId: string;
  readonly personAId: string;
  readonly personBId: string | null;
}

/** Why two rows cannot both hold: the window is staffed twice, or one person holds two windows. */
export interface StationingConflict {
  readonly kind: 'window-taken' | 'already-a';
  readonly first: Stationing;
  readonly second: Stationing;
}

const FOREVER = '9999-12-31';

/** Whether two stretches share a day. */
export function overlaps(one: Period, other: Period): boolean {
  return one.validFrom <= (other.validTo ?? FOREVER) && other.validFrom <= (one.validTo ?? FOREVER);
}

/** Whether a day lies in a stretch. */
export function holdsOn(period: Period, day: Day): boolean {
  return period.validFrom <= day && day <= (period.validTo ?? FOREVER);
}

function conflictsWithin(
  group: readonly Stationing[],
  kind: StationingConflict['kind'],
): StationingConflict[] {
  const inOrder = group.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return inOrder.flatMap((second, index) =>
    inOrder
      .slice(0, index)
      .filter((first) => overlaps(first, second))
      .map((first) => ({ kind, first, second })),
  );
}

/**
 * What is wrong among rows of stationing: a window has one pair at a time, and nobody holds post A of two
 * windows at a time. Standing in as B at several windows is allowed.
 */
export function findStationingConflicts(rows: readonly Stationing[]): StationingConflict[] {
  const byWindow = [...Map.groupBy(rows, (row) => row.windowId).values()];
  const byHolder = [...Map.groupBy(rows, (row) => row.personAId).values()];
  return [
    ...byWindow.flatMap((group) => conflictsWithin(group, 'window-taken')),
    ...byHolder
      .flatMap((group) => conflictsWithin(group, 'already-a'))
      .filter(({ first, second }) => first.windowId !== second.windowId),
  ];
}
