import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { createPartiesApi } from './api.ts';
import type { PartiesDeps } from './deps.ts';
import { filePurposes } from './file-purposes.ts';
import { createImporters } from './importers.ts';
import { rotateKeys } from './jobs/rotate-keys.ts';
import { createRoutes } from './routes.ts';

/** registry/parties: citizens and firms, whom they are represented by, and how surely they are known. */
export const parties = defineModule({
  name: 'registry/parties',
  title: { 'zh-CN': '办事主体', en: 'Citizens and firms' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: PartiesDeps) => ({
    api: createPartiesApi(deps),
    routes: createRoutes(deps),
    importers: createImporters(deps),
    jobs: [rotateKeys(deps)],
    filePurposes,
  }),
});
