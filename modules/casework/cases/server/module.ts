import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { casesApi } from './api.ts';
import type { CasesDeps } from './deps.ts';
import { createRoutes } from './routes.ts';

/** casework/cases: Cases. */
export const cases = defineModule({
  name: 'casework/cases',
  title: { 'zh-CN': '办件', en: 'Cases' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: CasesDeps) => ({ api: casesApi, routes: createRoutes(deps) }),
});
