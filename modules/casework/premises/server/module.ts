import { mayAnywhere } from '#kernel/access/authorise.ts';
import { defineTopic } from '#kernel/live/topic.ts';
import { defineModule } from '#kernel/module/module.ts';

import { events, LIVE, permissions, problems, routes } from '../contract.ts';
import { createPremisesApi } from './api.ts';
import type { PremisesDeps } from './deps.ts';
import { createFilePurposes } from './file-purposes.ts';
import { createImporters } from './importers.ts';
import { expireFilings, remindOperators } from './jobs/follow-ends.ts';
import { createMeasures } from './measures.ts';
import { createRoutes } from './routes.ts';

const topic = defineTopic({
  prefix: LIVE,
  title: { 'zh-CN': '住所备案', en: 'Premises' },
  mayFollow: (actor) => mayAnywhere(actor, permissions.view.name),
});

/** casework/premises: premises filed once, checked, and used by cases in place of papers (住所云). */
export const premises = defineModule({
  name: 'casework/premises',
  title: { 'zh-CN': '住所云', en: 'Premises' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: PremisesDeps) => ({
    api: createPremisesApi(deps),
    routes: createRoutes(deps),
    topics: [topic],
    filePurposes: createFilePurposes(deps),
    importers: createImporters(deps),
    jobs: [expireFilings(deps), remindOperators(deps)],
    measures: createMeasures(deps),
  }),
});
