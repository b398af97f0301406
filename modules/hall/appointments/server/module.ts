import { mayAnywhere } from '#kernel/access/authorise.ts';
import { defineTopic } from '#kernel/live/topic.ts';
import { defineModule } from '#kernel/module/module.ts';

import { events, LIVE, permissions, problems, routes } from '../contract.ts';
import type { AppointmentsDeps } from './deps.ts';
import { followParties } from './follow-parties.ts';
import { groupImporter } from './importer.ts';
import { markMissed } from './jobs/mark-missed.ts';
import { remindHolders } from './jobs/remind-holders.ts';
import { createRoutes } from './routes.ts';

const topic = defineTopic({
  prefix: LIVE,
  title: { 'zh-CN': '预约', en: 'Appointments' },
  mayFollow: (actor) => mayAnywhere(actor, permissions.view.name),
});

/** hall/appointments: what can be booked, who booked it, and who came. */
export const appointments = defineModule({
  name: 'hall/appointments',
  title: { 'zh-CN': '预约', en: 'Appointments' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: AppointmentsDeps) => ({
    api: {},
    routes: createRoutes(deps),
    topics: [topic],
    listeners: [followParties()],
    importers: [groupImporter(deps)],
    jobs: [markMissed(deps), remindHolders(deps)],
  }),
});
