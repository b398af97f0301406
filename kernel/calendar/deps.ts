import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';

export interface CalendarDeps {
  readonly database: Database;
  readonly clock: Clock;
}
