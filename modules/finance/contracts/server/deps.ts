import type { CalendarApi } from '#kernel/calendar/calendar-api.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Database } from '#kernel/db/database.ts';
import type { FilesApi } from '#kernel/files/api.ts';

import type { BudgetLines } from '../contract.ts';

/** What this module's use cases stand on. */
export interface ContractsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly calendar: Pick<CalendarApi, 'getCalendar'>;
  readonly files: Pick<FilesApi, 'attach' | 'getFile'>;
  /** The approved budget; absent where this installation does not make one, and lines come by import. */
  readonly budgetLines?: BudgetLines;
}
