import type { Day } from '#kernel/clock/day.ts';

import type { Standing } from '../contract.ts';
import { holdsOn, type Stationing } from './rules-stationing.ts';

/** Who stands at a window, and why. */
export interface Stand {
  readonly standing: Standing;
  readonly personId: string | null;
}

/** Who stands at a window under its arrangement: A; B when A is away; nobody when both are, or when there is no arrangement. */
export function standOf(
  stationing: Stationing | undefined,
  isAway: (personId: string) => boolean,
): Stand {
  if (stationing === undefined) return { standing: 'unstaffed', personId: null };
  const { personAId, personBId } = stationing;
  if (!isAway(personAId)) return { standing: 'a', personId: personAId };
  if (personBId !== null && !isAway(personBId)) return { standing: 'b', personId: personBId };
  return { standing: 'uncovered', personId: null };
}

/** The arrangement of a window that holds on a day. */
export function arrangementOn(
  rows: readonly Stationing[],
  windowId: string,
  day: Day,
): Stationing | undefined {
  return rows.find((row) => row.windowId === windowId && holdsOn(row, day));
}

/** The windows at which each person stands that day, one who covers beside their own included. */
export function windowsByPerson(
  rows: readonly Stationing[],
  day: Day,
  isAway: (personId: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const stands = rows
    .filter((row) => holdsOn(row, day))
    .map((row) => ({ windowId: row.windowId, personId: standOf(row, isAway).personId }));
  const standing = stands.flatMap(({ windowId, personId }) =>
    personId === null ? [] : [{ windowId, personId }],
  );
  return new Map(
    [...Map.groupBy(standing, (one) => one.personId)].map(([personId, own]) => [
      personId,
      own.map(({ windowId }) => windowId),
    ]),
  );
}
