import type { Clock } from '#kernel/clock/clock.ts';
import type { Database } from '#kernel/db/database.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Fen } from '#kernel/money/fen.ts';

import type { BookTarget } from '../contract.ts';

/** The approved targets of a year, which the book prints; a module above this one knows them. */
export type ListTargets = (
  db: Db,
  centreId: number,
  year: number,
) => Promise<readonly BookTarget[]>;

/** What was paid of a year's projects by now, by code; whoever keeps the ledger knows it. */
export type ListPaid = (
  db: Db,
  centreId: number,
  year: number,
) => Promise<ReadonlyMap<string, Fen>>;

/** What this module's use cases stand on. */
export interface BudgetDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** Absent where no module keeps targets. */
  readonly listTargets?: ListTargets;
  /** Absent where nobody keeps the ledger. */
  readonly listPaid?: ListPaid;
}
