import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { appointmentsApi } from './api.ts';
import type { AppointmentsDeps } from './deps.ts';
import { createRoutes } from './routes.ts';

/** hall/appointments: Appointments. */
export const appointments = defineModule({
  name: 'hall/appointments',
  title: { 'zh-CN': '预约', en: 'Appointments' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: AppointmentsDeps) => ({ api: appointmentsApi, routes: createRoutes(deps) }),
});
