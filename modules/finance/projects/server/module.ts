import { defineModule } from '#kernel/module/module.ts';

import { events, permissions, problems, routes } from '../contract.ts';
import { projectsApi } from './api.ts';
import type { ProjectsDeps } from './deps.ts';
import { createRoutes } from './routes.ts';

/** finance/projects: the projects of the budget, each with its lines, contracts and money. */
export const projects = defineModule({
  name: 'finance/projects',
  title: { 'zh-CN': '预算项目', en: 'Projects' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  create: (deps: ProjectsDeps) => ({ api: projectsApi, routes: createRoutes(deps) }),
});
