import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { createCasesApi } from './api.ts';
import type { CasesDeps } from './deps.ts';
import { createFilePurposes } from './file-purposes.ts';
import { followTime } from './jobs/follow-time.ts';
import { recountCases } from './jobs/recount-cases.ts';
import { measures } from './measures.ts';
import { recountOnCalendar } from './recount-on-calendar.ts';
import { createRoutes } from './routes.ts';
import { tellApplicant } from './tell-applicant.ts';
import { createTopics } from './topics.ts';

/** casework/cases: applications on their way through the law, and the clock that runs meanwhile. */
export const cases = defineModule({
  name: 'casework/cases',
  title: { 'zh-CN': '办件', en: 'Cases' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: CasesDeps) => {
    const recount = recountCases(deps);
    return {
      api: createCasesApi(deps),
      routes: createRoutes(deps),
      jobs: [followTime(deps), recount],
      listeners: [tellApplicant(deps), recountOnCalendar(deps, recount)],
      filePurposes: createFilePurposes(deps),
      topics: createTopics(deps),
      measures,
    };
  },
});
