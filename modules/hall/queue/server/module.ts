import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { createQueueApi } from './api.ts';
import type { QueueDeps } from './deps.ts';
import { businessImporter } from './importers/businesses.ts';
import { pastVisitImporter } from './importers/past-visits.ts';
import { serviceImporter } from './importers/services.ts';
import { endDay } from './jobs/end-day.ts';
import { measureToday, measureYesterday } from './jobs/measure-days.ts';
import { measures } from './measures.ts';
import { joinCases } from './on-case-changed.ts';
import { followWindowState } from './on-window-state-changed.ts';
import { createRoutes } from './routes.ts';
import { tellHolders } from './tell-holders.ts';
import { topics } from './topics.ts';

/** hall/queue: tickets, calling, windows and what they add up to. */
export const queue = defineModule({
  name: 'hall/queue',
  title: { 'zh-CN': '排队叫号', en: 'Queue' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: QueueDeps) => ({
    api: createQueueApi(deps),
    routes: createRoutes(deps),
    listeners: [joinCases(deps), followWindowState(deps), tellHolders(deps)],
    jobs: [endDay(deps), measureYesterday(deps), measureToday(deps)],
    importers: [businessImporter(deps), serviceImporter(deps), pastVisitImporter(deps)],
    topics,
    measures,
  }),
});
