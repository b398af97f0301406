import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { evaluationApi } from './api.ts';
import type { EvaluationDeps } from './deps.ts';
import { pastRatingImporter } from './importers/past-ratings.ts';
import { followTime } from './jobs/follow-time.ts';
import { measures } from './measures.ts';
import { onCaseDecided } from './rating/on-case-decided.ts';
import { onVisitFinished } from './rating/on-visit-finished.ts';
import { createRoutes } from './routes.ts';
import { createTopics } from './topics.ts';

/** hall/evaluation: what people say of a service, and what follows from it. */
export const evaluation = defineModule({
  name: 'hall/evaluation',
  title: { 'zh-CN': '好差评', en: 'Ratings' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: EvaluationDeps) => ({
    api: evaluationApi,
    routes: createRoutes(deps),
    jobs: [followTime(deps)],
    importers: [pastRatingImporter(deps)],
    listeners: [onVisitFinished(deps), onCaseDecided(deps)],
    topics: createTopics(deps),
    measures,
  }),
});
