import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';

import type { BadState, EvaluationSettings } from '../../contract.ts';
import type { EvaluationDeps } from '../deps.ts';
import type { BadCaseRow } from '../tables.ts';

/** No limit runs. */
export const NEVER: Day = '9999-12-31';

/** The day that many working days after today. */
export async function dueAfter(
  { calendar }: Pick<EvaluationDeps, 'calendar'>,
  db: Db,
  centreId: number,
  today: Day,
  days: number,
): Promise<Day> {
  return (await calendar.getCalendar(db, centreId)).addWorkingDays(today, days).dueOn;
}

type Limits = Pick<BadCaseRow, 'contact_due_on' | 'rectify_due_on' | 'call_back_due_on'>;

/** What must be done by when in this state, and what it is called when it is late. */
export function limitOf(
  state: BadState,
  limits: Limits,
): { readonly dueOn: Day; readonly what: 'contact' | 'rectify' | 'call-back' | null } {
  switch (state) {
    case 'rated':
    case 'assigned':
      return { dueOn: limits.contact_due_on, what: 'contact' };
    case 'rectifying':
    case 'rectified':
      return { dueOn: limits.rectify_due_on ?? NEVER, what: 'rectify' };
    case 'answered':
      return { dueOn: limits.call_back_due_on ?? NEVER, what: 'call-back' };
    case 'contacted':
    case 'explained':
    case 'called-back':
    case 'in-review':
    case 'excluded':
    case 'closed':
      return { dueOn: NEVER, what: null };
  }
}

export const daysOf = (
  complexity: 'simple' | 'complex',
  { simpleDays, complexDays }: EvaluationSettings,
): number => (complexity === 'simple' ? simpleDays : complexDays);
