import { mayAnywhere } from '#kernel/access/authorise.ts';
import { defineTopic } from '#kernel/live/topic.ts';
import { defineModule } from '#kernel/module/module.ts';

import { events, LIVE, permissions, problems, routes } from '../contract.ts';
import { assess } from './assessment/feeds.ts';
import type { ComplaintsDeps } from './deps.ts';
import { evidencePurpose } from './evidence.ts';
import { slipImporter } from './importers/slips.ts';
import { followTime } from './jobs/follow-time.ts';
import { createRoutes } from './routes.ts';

/** hall/complaints: what people are unhappy with, and the assessment of those who serve. */
export const complaints = defineModule({
  name: 'hall/complaints',
  title: { 'zh-CN': '投诉与考评', en: 'Complaints and assessment' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: ComplaintsDeps) => ({
    api: {},
    routes: createRoutes(deps),
    jobs: [followTime(deps)],
    listeners: [assess(deps)],
    importers: [slipImporter(deps)],
    filePurposes: [evidencePurpose(deps)],
    topics: [
      defineTopic({
        prefix: LIVE,
        title: { 'zh-CN': '投诉与诉求的变化', en: 'Changes of complaints' },
        mayFollow: (actor) => mayAnywhere(actor, permissions.view.name),
      }),
    ],
  }),
});
