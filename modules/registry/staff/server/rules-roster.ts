import type { Day } from '#kernel/clock/day.ts';

import type { LeaveStatus } from '../contract.ts';

/** One shift of one person on one day, with its hours `HH:MM`. */
export interface Duty {
  readonly personId: string;
  readonly day: Day;
  readonly shiftCode: string;
  readonly starts: string;
  readonly ends: string;
}

export interface Absence {
  readonly personId: string;
  readonly status: LeaveStatus;
  readonly startsOn: Day;
  readonly endsOn: Day;
}

export type DutyConflictKind = 'two-shifts' | 'on-leave' | 'closed-day' | 'has-left';

export interface DutyConflict {
  readonly kind: DutyConflictKind;
  readonly duty: Duty;
  /** The other shift, for `two-shifts`. */
  readonly otherShiftCode?: string;
}

/** Whether somebody is away on a day. A request that is not decided yet keeps nobody away. */
export function isAway(absences: readonly Absence[], personId: string, day: Day): boolean {
  return absences.some(
    (one) =>
      one.personId === personId &&
      one.status === 'approved' &&
      one.startsOn <= day &&
      day <= one.endsOn,
  );
}

/** Whether two shifts of one day share a minute. */
export function isAtOnce(one: Duty, other: Duty): boolean {
  return (
    one.personId === other.personId &&
    one.day === other.day &&
    one.starts < other.ends &&
    other.starts < one.ends
  );
}

/** What is wrong with a plan: two shifts at once, a shift on leave, on a day on which the place is closed, or after leaving. */
export function findDutyConflicts(
  duties: readonly Duty[],
  surroundings: {
    readonly absences: readonly Absence[];
    readonly isOpen: (duty: Duty) => boolean;
    readonly hasLeft: (personId: string, day: Day) => boolean;
  },
): DutyConflict[] {
  const days = [...Map.groupBy(duties, (duty) => `${duty.personId} ${duty.day}`).values()];
  const twice = days.flatMap((ofDay) =>
    ofDay.flatMap((duty, index) => {
      const other = ofDay.slice(0, index).find((earlier) => isAtOnce(earlier, duty));
      return other === undefined
        ? []
        : [{ kind: 'two-shifts' as const, duty, otherShiftCode: other.shiftCode }];
    }),
  );
  const alone = duties.flatMap((duty): DutyConflict[] => {
    if (surroundings.hasLeft(duty.personId, duty.day)) return [{ kind: 'has-left', duty }];
    if (isAway(surroundings.absences, duty.personId, duty.day)) return [{ kind: 'on-leave', duty }];
    return surroundings.isOpen(duty) ? [] : [{ kind: 'closed-day', duty }];
  });
  return [...twice, ...alone];
}
