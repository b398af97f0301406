import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { createStaffApi } from './api.ts';
import type { StaffDeps } from './deps.ts';
import { createImporters } from './importers.ts';
import { beginDay } from './jobs/begin-day.ts';
import { photoPurpose } from './photo.ts';
import { createRoutes } from './routes.ts';
import { topics } from './topics.ts';

/** registry/staff: the people of the centre, where they stand, when they work and when they are away. */
export const staff = defineModule({
  name: 'registry/staff',
  title: { 'zh-CN': '人员', en: 'Staff' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: StaffDeps) => ({
    api: createStaffApi(deps),
    routes: createRoutes(deps),
    jobs: [beginDay(deps)],
    importers: createImporters(deps),
    filePurposes: [photoPurpose],
    topics,
  }),
});
