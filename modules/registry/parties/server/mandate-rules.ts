import type { Day } from '#kernel/clock/day.ts';

import type { MandateState } from '../contract.ts';
import type { MandateRow } from './tables.ts';

type Period = Pick<MandateRow, 'valid_from' | 'valid_to' | 'revoked_at'>;
type Scope = Pick<MandateRow, 'is_for_all' | 'department_codes'>;

/** Where a mandate stands on a day; the last day still counts. */
export function stateOf(mandate: Period, day: Day): MandateState {
  if (mandate.revoked_at !== null) return 'revoked';
  if (day < mandate.valid_from) return 'future';
  if (mandate.valid_to !== null && day > mandate.valid_to) return 'ended';
  return 'current';
}

/**
 * Whether the mandate lets its representative act on that day in a matter of that department. Without a
 * department only a mandate for everything is enough. A revoked mandate never is, whatever the day.
 */
export function covers(
  mandate: Period & Scope,
  departmentCode: string | undefined,
  day: Day,
): boolean {
  if (stateOf(mandate, day) !== 'current') return false;
  if (mandate.is_for_all) return true;
  return departmentCode !== undefined && mandate.department_codes.includes(departmentCode);
}

/** Whether any of the mandates between two parties covers it. */
export function mayRepresentBy(
  mandates: ReadonlyArray<Period & Scope>,
  departmentCode: string | undefined,
  day: Day,
): boolean {
  return mandates.some((mandate) => covers(mandate, departmentCode, day));
}
