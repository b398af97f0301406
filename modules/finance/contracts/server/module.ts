import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { contractsApi } from './api.ts';
import type { ContractsDeps } from './deps.ts';
import { createRoutes } from './routes.ts';

/** finance/contracts: Contracts, the execution ledger of the budget, settlements and payments. */
export const contracts = defineModule({
  name: 'finance/contracts',
  title: {
    'zh-CN': '合同、预算执行台账、结算与支付',
    en: 'Contracts, the execution ledger of the budget, settlements and payments',
  },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: ContractsDeps) => ({ api: contractsApi, routes: createRoutes(deps) }),
});
