import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import type { KioskDeps } from './deps.ts';
import { createRoutes } from './routes.ts';
import { sweepVisits } from './visits/sweep-visits.ts';

/** hall/kiosk: visitors who serve themselves, from the card or code to the wipe. */
export const kiosk = defineModule({
  name: 'hall/kiosk',
  title: { 'zh-CN': '自助终端', en: 'Self-service kiosk' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: KioskDeps) => ({
    api: undefined,
    routes: createRoutes(deps),
    jobs: [sweepVisits(deps)],
  }),
});
