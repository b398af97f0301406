import type { Clock } from '#kernel/clock/clock.ts';
import type { Database } from '#kernel/db/database.ts';
import type { CasesApi } from '#modules/casework/cases/index.ts';
import type { BudgetApi } from '#modules/finance/budget/index.ts';
import type { ContractsApi } from '#modules/finance/contracts/index.ts';
import type { CourierApi } from '#modules/fulfilment/courier/index.ts';
import type { SealsApi } from '#modules/fulfilment/seals/index.ts';
import type { QueueApi } from '#modules/hall/queue/index.ts';

/** What this module's use cases stand on. */
export interface ProjectsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly budget: Pick<BudgetApi, 'listPool' | 'listProjectVersions'>;
  readonly contracts: Pick<
    ContractsApi,
    | 'listProjectYears'
    | 'findChainContract'
    | 'findContractOfSettlement'
    | 'listChainEvents'
    | 'sumChainEvents'
    | 'listChainCosts'
  >;
  readonly seals: Pick<SealsApi, 'listSets' | 'listOfCase' | 'keyOf'>;
  readonly courier: CourierApi;
  readonly cases: Pick<CasesApi, 'findCase' | 'findCaseByNo'>;
  readonly queue: Pick<QueueApi, 'findVisit'>;
}
