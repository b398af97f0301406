import { budget } from '#modules/finance/budget/server/module.ts';
import { contracts } from '#modules/finance/contracts/server/module.ts';
import { performance } from '#modules/finance/performance/server/module.ts';

import type { Making } from './making.ts';

/** Money: hears from everything, and nothing calls it. */
export function makeFinance({ add, foundation, kernel }: Making): void {
  const budgetLines = add(budget.create(foundation));
  const { calendar, files } = kernel;
  add(contracts.create({ ...foundation, calendar, files, budgetLines }));
  add(performance.create(foundation));
}
