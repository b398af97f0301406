import type { Clock } from '#kernel/clock/clock.ts';
import type { Database } from '#kernel/db/database.ts';
import type { FilesApi } from '#kernel/files/api.ts';
import type { Measure } from '#kernel/module/measure.ts';
import type { BudgetApi } from '#modules/finance/budget/index.ts';
import type { ContractsApi } from '#modules/finance/contracts/index.ts';

/** What this module's use cases stand on. */
export interface PerformanceDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** Every measure that a module declares. */
  readonly measures: () => readonly Measure[];
  /** 执行率: what a project may spend and what was paid. */
  readonly contracts: Pick<ContractsApi, 'getProgress'>;
  /** The projects of the approved budget. */
  readonly budget: Pick<BudgetApi, 'listProjects'>;
  readonly files: Pick<FilesApi, 'attach' | 'getFile'>;
}
