import { mayAnywhere } from '#kernel/access/authorise.ts';
import { defineTopic } from '#kernel/live/topic.ts';
import { defineModule } from '#kernel/module/module.ts';

import { events, LIVE, permissions, problems, routes } from '../contract.ts';
import { createApi } from './api.ts';
import type { PerformanceDeps } from './deps.ts';
import { evidencePurpose } from './evidence.ts';
import { indicatorImporter } from './importers/indicators.ts';
import { createRoutes } from './routes.ts';

const topic = defineTopic({
  prefix: LIVE,
  title: { 'zh-CN': '绩效目标', en: 'Performance targets' },
  mayFollow: (actor) => mayAnywhere(actor, permissions.view.name),
});

/** finance/performance: targets of projects, what operations say of them, monitoring and self-evaluation. */
export const performance = defineModule({
  name: 'finance/performance',
  title: { 'zh-CN': '绩效目标', en: 'Performance targets' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: PerformanceDeps) => ({
    api: createApi(deps),
    routes: createRoutes(deps),
    topics: [topic],
    filePurposes: [evidencePurpose],
    importers: [indicatorImporter(deps)],
  }),
});
