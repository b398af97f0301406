import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { mattersApi } from './api.ts';
import type { MattersDeps } from './deps.ts';
import { createRoutes } from './routes.ts';

/** casework/matters: Matters. */
export const matters = defineModule({
  name: 'casework/matters',
  title: { 'zh-CN': '政务服务事项', en: 'Matters' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: MattersDeps) => ({ api: mattersApi, routes: createRoutes(deps) }),
});
