import type { ListPaid } from '#modules/finance/budget/index.ts';
import { budget } from '#modules/finance/budget/server/module.ts';
import { contracts } from '#modules/finance/contracts/server/module.ts';
import type { PerformanceApi } from '#modules/finance/performance/index.ts';
import { performance } from '#modules/finance/performance/server/module.ts';
import { projects } from '#modules/finance/projects/server/module.ts';

import { createLate } from '../late.ts';
import type { Casework } from './casework.ts';
import type { Fulfilment } from './fulfilment.ts';
import type { Hall } from './hall.ts';
import type { Making } from './making.ts';

interface Above {
  readonly casework: Casework;
  readonly hall: Hall;
  readonly fulfilment: Fulfilment;
}

/** Money: hears from everything, and nothing calls it. */
export function makeFinance(
  { add, foundation, kernel, measures }: Making,
  { casework, hall, fulfilment }: Above,
): void {
  const targets = createLate<PerformanceApi['listForBook']>();
  const paid = createLate<ListPaid>();
  const budgetApi = add(
    budget.create({ ...foundation, listTargets: targets.ask, listPaid: paid.ask }),
  );
  const { calendar, files } = kernel;
  const contractsApi = add(
    contracts.create({ ...foundation, calendar, files, budgetLines: budgetApi }),
  );
  fulfilment.plugContracts({
    ...contractsApi,
    count: async (...asked) => contractsApi.count(...asked),
  });
  add(
    projects.create({
      ...foundation,
      budget: budgetApi,
      contracts: contractsApi,
      seals: fulfilment.seals,
      courier: fulfilment.courier,
      cases: casework.cases,
      queue: hall.queue,
    }),
  );
  const performanceApi = add(
    performance.create({
      ...foundation,
      files,
      measures,
      budget: budgetApi,
      contracts: contractsApi,
    }),
  );
  paid.plug(async (db, centreId, year) => {
    const money = await contractsApi.listProjectYears(db, centreId, { year });
    return new Map(money.map(({ code, figures }) => [code, figures.buckets.paid]));
  });
  targets.plug((db, centreId, year) => performanceApi.listForBook(db, centreId, year));
}
