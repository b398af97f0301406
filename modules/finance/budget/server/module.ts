import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { createApi } from './api.ts';
import type { BudgetDeps } from './deps.ts';
import { createYearImporter } from './importers/years.ts';
import { createRoutes } from './routes.ts';

/** finance/budget: lines, versions, the nine tables and the narrative, audit and publication. */
export const budget = defineModule({
  name: 'finance/budget',
  title: { 'zh-CN': '部门预算', en: 'The budget book' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: BudgetDeps) => ({
    api: createApi(deps),
    routes: createRoutes(deps),
    importers: [createYearImporter(deps)],
  }),
});
