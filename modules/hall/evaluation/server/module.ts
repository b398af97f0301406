import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { evaluationApi } from './api.ts';
import type { EvaluationDeps } from './deps.ts';
import { createRoutes } from './routes.ts';

/** hall/evaluation: Evaluation. */
export const evaluation = defineModule({
  name: 'hall/evaluation',
  title: { 'zh-CN': '好差评', en: 'Evaluation' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps: EvaluationDeps) => ({ api: evaluationApi, routes: createRoutes(deps) }),
});
