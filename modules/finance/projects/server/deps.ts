import type { Clock } from '#kernel/clock/clock.ts';
import type { Database } from '#kernel/db/database.ts';
import type { BudgetApi } from '#modules/finance/budget/index.ts';
import type { ContractsApi } from '#modules/finance/contracts/index.ts';

/** What this module's use cases stand on. */
export interface ProjectsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly budget: Pick<BudgetApi, 'listPool' | 'listProjectVersions'>;
  readonly contracts: Pick<ContractsApi, 'listProjectYears'>;
}
