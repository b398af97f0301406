import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { createOrganisationApi } from './api.ts';
import type { OrganisationDeps } from './deps.ts';
import { createImporters } from './importers.ts';
import { createRoutes } from './routes.ts';
import { topics } from './topics.ts';

/** registry/organisation: where the centre serves people, and who serves there. */
export const organisation = defineModule({
  name: 'registry/organisation',
  title: { 'zh-CN': '机构与窗口', en: 'Organisation' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: OrganisationDeps) => ({
    api: createOrganisationApi(deps.clock),
    routes: createRoutes(deps),
    importers: createImporters(deps.clock),
    topics,
  }),
});
