import { budget } from '#modules/finance/budget/server/module.ts';
import { contracts } from '#modules/finance/contracts/server/module.ts';
import { performance } from '#modules/finance/performance/server/module.ts';

import type { Fulfilment } from './fulfilment.ts';
import type { Making } from './making.ts';

/** Money: hears from everything, and nothing calls it. */
export function makeFinance(
  { add, foundation, kernel, measures }: Making,
  { plugContracts }: Fulfilment,
): void {
  const budgetApi = add(budget.create(foundation));
  const { calendar, files } = kernel;
  const contractsApi = add(
    contracts.create({ ...foundation, calendar, files, budgetLines: budgetApi }),
  );
  plugContracts({
    ...contractsApi,
    count: async (...asked) => contractsApi.count(...asked),
  });
  add(
    performance.create({
      ...foundation,
      files,
      measures,
      budget: budgetApi,
      contracts: contractsApi,
    }),
  );
}
