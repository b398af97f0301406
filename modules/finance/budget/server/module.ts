import { defineModule } from '#kernel/module/module.ts';

import { permissions, routes } from '../contract.ts';

/** finance/budget: lines, versions, the nine tables and the narrative, audit and publication. */
export const budget = defineModule({
  name: 'finance/budget',
  title: { 'zh-CN': '部门预算', en: 'The budget book' },
  permissions: Object.values(permissions),
  events: [],
  problems: [],
  routes,
  create: () => ({ api: {}, routes: [] }),
});
