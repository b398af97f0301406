import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { performanceApi } from './api.ts';
import type { PerformanceDeps } from './deps.ts';
import { createRoutes } from './routes.ts';

/** finance/performance: Performance targets of projects: indicators, live values, monitoring, self-evaluation. */
export const performance = defineModule({
  name: 'finance/performance',
  title: {
    'zh-CN': '绩效目标：指标、实时值、监控与自评',
    en: 'Performance targets of projects: indicators, live values, monitoring, self-evaluation',
  },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: PerformanceDeps) => ({ api: performanceApi, routes: createRoutes(deps) }),
});
