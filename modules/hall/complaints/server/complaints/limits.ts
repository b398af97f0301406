import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';

import type { State } from '../../contract.ts';
import type { ComplaintsDeps } from '../deps.ts';
import type { ComplaintRow } from '../tables.ts';

/** No limit runs. */
export const NEVER: Day = '9999-12-31';

/** The working day that many after today; 0 is today, on a day off the next working day. */
export async function dueAfter(
  { calendar }: Pick<ComplaintsDeps, 'calendar'>,
  db: Db,
  centreId: number,
  today: Day,
  days: number,
): Promise<Day> {
  const known = await calendar.getCalendar(db, centreId);
  return days === 0 ? known.nextWorkingDay(today) : known.addWorkingDays(today, days).dueOn;
}

type Limits = Pick<ComplaintRow, 'contact_due_on' | 'handle_due_on' | 'call_back_due_on'>;

/** What must be done by when in this state. */
export function limitOf(
  state: State,
  limits: Limits,
): { readonly dueOn: Day; readonly what: 'contact' | 'handle' | 'call-back' | null } {
  switch (state) {
    case 'received':
    case 'return-requested':
    case 'accepted':
      return { dueOn: limits.contact_due_on, what: 'contact' };
    case 'contacted':
      return { dueOn: limits.handle_due_on, what: 'handle' };
    case 'reviewed':
      return { dueOn: limits.call_back_due_on ?? NEVER, what: 'call-back' };
    case 'returned':
    case 'replied':
    case 'called-back':
    case 'closed':
      return { dueOn: NEVER, what: null };
  }
}
