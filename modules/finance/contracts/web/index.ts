import { definePages } from '#web/kit/pages.ts';

import { permissions } from '../contract.ts';

export const pages = definePages([
  {
    surface: 'console',
    path: '/contracts/contracts',
    title: {
      'zh-CN': '合同、预算执行台账、结算与支付',
      en: 'Contracts, the execution ledger of the budget, settlements and payments',
    },
    group: 'finance',
    icon: 'list',
    permission: permissions.view,
    load: () => import('./console/ContractsPage.tsx').then((file) => file.ContractsPage),
  },
]);
