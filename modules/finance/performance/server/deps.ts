import type { Clock } from '#kernel/clock/clock.ts';
import type { Database } from '#kernel/db/database.ts';

/** What this module's use cases stand on. */
export interface PerformanceDeps {
  readonly database: Database;
  readonly clock: Clock;
}
