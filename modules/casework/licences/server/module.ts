import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { licencesApi } from './api.ts';
import type { LicencesDeps } from './deps.ts';
import { createRoutes } from './routes.ts';

/** casework/licences: Licences. */
export const licences = defineModule({
  name: 'casework/licences',
  title: { 'zh-CN': '电子证照', en: 'Licences' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: LicencesDeps) => ({ api: licencesApi, routes: createRoutes(deps) }),
});
